# Every VIP queue of the target, however many; a new queue and its in-queue flow refer to each other

& MAKE dev routing_queue {"name":"VIP #1: Billing","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":30000}}
& MAKE dev routing_queue {"name":"Claims","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":30000}}
& MAKE uat routing_queue {"name":"VIP 日本語","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":200000}}
& MAKE uat routing_queue {"name":"VIP #1: Billing","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":30000}}
& MAKE dev routing_wrapupcode {"name":"Old"}
& MAKE uat routing_wrapupcode {"name":"Old"}
-- flows/hold.yaml --
inqueueCall:
  name: VIP hold
  defaultLanguage: en-us
  startUpTaskActions:
    - playAudio:
        name: Thanks
        audio:
          tts: "{{message}}"
    - transferToAcd:
        name: On
        targetQueue:
          lit:
            name: VIP Concierge
-- config/architect/flow/vip-hold.yaml --
apiVersion: signalbox/v1
kind: Resource
type: flow
flowType: inqueuecall
name: VIP hold
spec:
  content:
    file: flows/hold.yaml
    substitutions: { message: "This is ${env.values.name}." }
-- changesets/vip.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: vip, owner: dana@example.com, reason: VIP programme, workItem: CC-4 }
spec:
  inputs:
    factor: { type: number, default: 2 }
  actions:
    - ensure: { type: routing_queue, name: VIP Concierge }
      set: { acwSettings: { wrapupPrompt: MANDATORY_TIMEOUT, timeoutMs: 60000 } }
    - ensure: { type: flow, flowType: inqueuecall, name: VIP hold }
      from: config
    - ensure: { type: routing_queue, name: VIP Concierge }
      set: { queueFlow: { $ref: flow/inqueuecall/VIP hold } }
    - rename: { type: routing_wrapupcode, name: Old, to: Done }
    - ensure: { type: routing_queue_wrapupcodes, queue: VIP Concierge }
      set: { wrapupCodes: [{ $ref: routing_wrapupcode/Done }] }
    - forEach: { type: routing_queue, as: queue }
      where: queue.labels.tier == "vip" && queue.name != "VIP Concierge"
      set: { acwSettings: { timeoutMs: "${min(queue.acwSettings.timeoutMs * inputs.factor, 300000)}" } }
  tests:
    - name: every VIP queue allows a minute
      assert: 'resources("routing_queue").filter(q, q.name.startsWith("VIP ")).all(q, q.acwSettings.timeoutMs >= 60000)'

$ signalbox validate
story (3 environments, 1 document, 1 changeset): everything is fine.

$ signalbox build vip | head -n 1
Built vip-<digest>.artifact.json

$ signalbox deploy vip --env dev --yes
vip → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       2 to create, 3 to update, 1 to rename
  findings      1 note
  risk          high
                high: acwSettings of routing_queue decides who gets an
                interaction, and when: routing_queue/VIP #1: Billing.
                medium: Interactions in progress feel the change of
                routing_queue/VIP #1: Billing, routing_wrapupcode/Done.
                medium: It computes values from those it writes: deployed again,
                it would change them again.
  reach         nothing else; 1 place not looked at
  cost          44 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_queue/VIP Concierge
  changesets/vip.yaml:8
  each: reaches interactions in progress · and by action 3
  + s1  create  routing_queue/VIP Concierge
      name                      "VIP Concierge"
      acwSettings.wrapupPrompt  "MANDATORY_TIMEOUT"
      acwSettings.timeoutMs     60000
      also: The platform sets enableTranscription to false.
      also: The platform sets enableAudioMonitoring to false.
      also: The platform sets enableManualAssignment to false.
      it does not exist yet
  ~ s6  update  routing_queue/VIP Concierge
      queueFlow  (not set) → flow/inqueuecall/VIP hold
      linked once both sides exist · after s1, s5

Action 2: ensure flow/inqueuecall/VIP hold
  changesets/vip.yaml:10
  content.substitutions.message = This is ${env.values.name}.
  + s5  create  flow/inqueuecall/VIP hold
      type     "inqueuecall"
      name     "VIP hold"
      content  content 45a1018284c6
      also: The flow is published as its first version.
      it does not exist yet · reaches new interactions only · after s1

Action 4: rename routing_wrapupcode/Old to Done
  changesets/vip.yaml:14
  > s4  rename  routing_wrapupcode/Old → routing_wrapupcode/Done
      name  "Old" → "Done"
      the changeset renames it · reaches interactions in progress

Action 5: ensure routing_queue_wrapupcodes/VIP Concierge
  changesets/vip.yaml:15
  ~ s3  update  routing_queue_wrapupcodes/VIP Concierge
      wrapupCodes  (not set) → [routing_wrapupcode/Done]
      declared fields differ · reaches interactions in progress · after s1

Action 6: forEach routing_queue where queue.labels.tier == "vip" && queue.name
          != "VIP Concierge"
  changesets/vip.yaml:17 · matched 1 object of routing_queue
  acwSettings.timeoutMs = ${min(queue.acwSettings.timeoutMs * inputs.factor,
  300000)}
  ~ s2  update  routing_queue/VIP #1: Billing
      acwSettings.timeoutMs  30000 → 60000
      declared fields differ · reaches interactions in progress

Computed, and not seen above (1)
  flow/inqueuecall/VIP hold  content.substitutions.message = "This is dev."

not seen for reach: routing_email_route is listed one e-mail domain at a time.

Taking it back (6 steps): can be undone exactly
  check  Every field that is set back on 3 objects is read back and compared.
  check  Reading shows that 2 objects are gone.

note SB1132: A queue has nobody to answer
  where: routing_queue/VIP Concierge · changesets/vip.yaml:8:7
  why:   routing_queue/VIP Concierge has no members and no member groups.
  next:  Give it member groups, or make sure that members are added before
         interactions reach it.

looked at type flow, type routing_queue, type routing_wrapupcode
Steps run in the order of their numbers.
This change is relative: its values are computed from what it writes, fixed by
this plan, and run once per environment.
Plan: 2 to create, 3 to update, 1 to rename.
decision <digest>

Deployment of vip to dev
  run       <run>
  artifact  <digest>
  started   <time> by dana
  finished  <time>

Steps (6)
  s1  applied  create  routing_queue/VIP Concierge
                       filled in by the platform: division, mediaSettings,
                       scoringMethod, lastAgentRoutingMode and 5 more fields
  s2  applied  update  routing_queue/VIP #1: Billing
  s3  applied  update  routing_queue_wrapupcodes/VIP Concierge
  s4  applied  rename  routing_wrapupcode/Done
  s5  applied  create  flow/inqueuecall/VIP hold (published as 1.0)
                       filled in by the platform: division
  s6  applied  update  routing_queue/VIP Concierge

Tests (1)
  passed  every VIP queue allows a minute

note SB1132: A queue has nobody to answer
  where: routing_queue/VIP Concierge · changesets/vip.yaml:8:7
  why:   routing_queue/VIP Concierge has no members and no member groups.
  next:  Give it member groups, or make sure that members are added before
         interactions reach it.

Succeeded: All 6 steps are verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox promote vip --to uat --yes
vip → uat
  organisation  uat (<id>)
  artifact      <digest>
  as of         <time>
  changes       2 to create, 4 to update, 1 to rename
  findings      1 note
  risk          high
                high: acwSettings of routing_queue decides who gets an
                interaction, and when: routing_queue/VIP #1: Billing,
                routing_queue/VIP 日本語.
                medium: Interactions in progress feel the change of
                routing_queue/VIP #1: Billing, routing_queue/VIP 日本語,
                routing_wrapupcode/Done.
                medium: It computes values from those it writes: deployed again,
                it would change them again.
  reach         nothing else; 1 place not looked at
  cost          47 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_queue/VIP Concierge
  changesets/vip.yaml:8
  each: reaches interactions in progress · and by action 3
  + s1  create  routing_queue/VIP Concierge
      name                      "VIP Concierge"
      acwSettings.wrapupPrompt  "MANDATORY_TIMEOUT"
      acwSettings.timeoutMs     60000
      also: The platform sets enableTranscription to false.
      also: The platform sets enableAudioMonitoring to false.
      also: The platform sets enableManualAssignment to false.
      it does not exist yet
  ~ s7  update  routing_queue/VIP Concierge
      queueFlow  (not set) → flow/inqueuecall/VIP hold
      linked once both sides exist · after s1, s6

Action 2: ensure flow/inqueuecall/VIP hold
  changesets/vip.yaml:10
  content.substitutions.message = This is ${env.values.name}.
  + s6  create  flow/inqueuecall/VIP hold
      type     "inqueuecall"
      name     "VIP hold"
      content  content a55dc9b910e7
      also: The flow is published as its first version.
      it does not exist yet · reaches new interactions only · after s1

Action 4: rename routing_wrapupcode/Old to Done
  changesets/vip.yaml:14
  > s5  rename  routing_wrapupcode/Old → routing_wrapupcode/Done
      name  "Old" → "Done"
      the changeset renames it · reaches interactions in progress

Action 5: ensure routing_queue_wrapupcodes/VIP Concierge
  changesets/vip.yaml:15
  ~ s4  update  routing_queue_wrapupcodes/VIP Concierge
      wrapupCodes  (not set) → [routing_wrapupcode/Done]
      declared fields differ · reaches interactions in progress · after s1

Action 6: forEach routing_queue where queue.labels.tier == "vip" && queue.name
          != "VIP Concierge"
  changesets/vip.yaml:17 · matched 2 objects of routing_queue
  acwSettings.timeoutMs = ${min(queue.acwSettings.timeoutMs * inputs.factor,
  300000)}
  each: declared fields differ · reaches interactions in progress
  ~ s2  update  routing_queue/VIP #1: Billing
      acwSettings.timeoutMs  30000 → 60000
  ~ s3  update  routing_queue/VIP 日本語
      acwSettings.timeoutMs  200000 → 300000

Computed, and not seen above (1)
  flow/inqueuecall/VIP hold  content.substitutions.message = "This is uat."

not seen for reach: routing_email_route is listed one e-mail domain at a time.

Taking it back (7 steps): can be undone exactly
  check  Every field that is set back on 4 objects is read back and compared.
  check  Reading shows that 2 objects are gone.

note SB1132: A queue has nobody to answer
  where: routing_queue/VIP Concierge · changesets/vip.yaml:8:7
  why:   routing_queue/VIP Concierge has no members and no member groups.
  next:  Give it member groups, or make sure that members are added before
         interactions reach it.

looked at type flow, type routing_queue, type routing_wrapupcode
Steps run in the order of their numbers.
This change is relative: its values are computed from what it writes, fixed by
this plan, and run once per environment.
Plan: 2 to create, 4 to update, 1 to rename.
decision <digest>

Deployment of vip to uat
  run       <run>
  artifact  <digest>
  started   <time> by dana
  finished  <time>

Steps (7)
  s1  applied  create  routing_queue/VIP Concierge
                       filled in by the platform: division, mediaSettings,
                       scoringMethod, lastAgentRoutingMode and 5 more fields
  s2  applied  update  routing_queue/VIP #1: Billing
  s3  applied  update  routing_queue/VIP 日本語
  s4  applied  update  routing_queue_wrapupcodes/VIP Concierge
  s5  applied  rename  routing_wrapupcode/Done
  s6  applied  create  flow/inqueuecall/VIP hold (published as 1.0)
                       filled in by the platform: division
  s7  applied  update  routing_queue/VIP Concierge

Tests (1)
  passed  every VIP queue allows a minute

note SB1132: A queue has nobody to answer
  where: routing_queue/VIP Concierge · changesets/vip.yaml:8:7
  why:   routing_queue/VIP Concierge has no members and no member groups.
  next:  Give it member groups, or make sure that members are added before
         interactions reach it.

Succeeded: All 7 steps are verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox deploy vip --env dev --yes
vip → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       nothing to change
  findings      1 note
  risk          low
  reach         nothing else

note SB1019: A relative changeset was already deployed here
  why:   Run <run> deployed this artifact to dev.
  next:  Nothing is to be done; `--again` with a fresh approval applies it once
         more.

looked at nothing
This change is relative: its values are computed from what it writes, fixed by
this plan, and run once per environment.
Plan: nothing to change.
decision <digest>

Deployment of vip to dev
  run       <run>
  artifact  <digest>
  started   <time> by dana
  finished  <time>

Already deployed: Run <run> deployed this artifact on
<time>; it reads what it writes, so it runs once.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox rollback $(signalbox history --env uat --format json | sed -n 's/.*"\(run_[0-9a-z]*\)".*/\1/p' | head -n 1) --yes
Rollback of vip in uat
  organisation  uat (<id>)
  artifact      <digest>
  as of         <time>
  changes       3 to update, 1 to rename, 2 to delete
  findings      1 note
  cost          19 requests, under a minute at 240 a minute
  undo          4 of 6 steps can be undone exactly, 2 with a new id

Update (3)
  each: reaches interactions in progress
  ~ s1  update  routing_queue/VIP Concierge
      queueFlow  flow/inqueuecall/VIP hold → (cleared)
      takes back: update routing_queue/VIP Concierge
  ~ s4  update  routing_queue/VIP 日本語
      acwSettings.timeoutMs  300000 → 200000
      takes back: update routing_queue/VIP 日本語
  ~ s5  update  routing_queue/VIP #1: Billing
      acwSettings.timeoutMs  60000 → 30000
      takes back: update routing_queue/VIP #1: Billing

Rename (1)
  > s3  rename  routing_wrapupcode/Done → routing_wrapupcode/Old
      name  "Done" → "Old"
      takes back: rename routing_wrapupcode/Done · reaches interactions in
      progress

Delete (2)
  each: can be undone, but the object gets a new id
  - s2  delete  flow/inqueuecall/VIP hold
      type      "inqueuecall"
      name      "VIP hold"
      division  auth_division/Home
      content   content 0261cf89594a
      takes back: create flow/inqueuecall/VIP hold · reaches new interactions
      only · after s1
  - s6  delete  routing_queue/VIP Concierge
      name                                           "VIP Concierge"
      division                                       auth_division/Home
      mediaSettings.call.alertingTimeoutSeconds      8
      mediaSettings.call.enableAutoAnswer            false
      mediaSettings.call.autoAnswerAlertToneSeconds  0
      … and 49 more fields; --verbose shows all
      takes back: create routing_queue/VIP Concierge · reaches interactions in
      progress · after s2, s1

As it was approved with <run>
  check  Every field that is set back on 4 objects is read back and compared.
  check  Reading shows that 2 objects are gone.

note SB1022: How far the search for users of a deleted object reached
  why:   Not looked into for users of what is deleted: routing_email_route (one
         request per parent).
  next:  Check by hand what was not looked into.

looked at flow/inqueuecall/VIP hold, routing_queue/VIP #1: Billing,
routing_queue/VIP Concierge, routing_queue/VIP 日本語, routing_wrapupcode/Old
Steps run in the order of their numbers.
Plan: 3 to update, 1 to rename, 2 to delete.
decision <digest>

Rollback of vip in uat
  run         <run>
  takes back  <run>
  artifact    <digest>
  started     <time> by dana
  finished    <time>

Steps (6)
  s1  applied  update  routing_queue/VIP Concierge
  s2  applied  delete  flow/inqueuecall/VIP hold
  s3  applied  rename  routing_wrapupcode/Old
  s4  applied  update  routing_queue/VIP 日本語
  s5  applied  update  routing_queue/VIP #1: Billing
  s6  applied  delete  routing_queue/VIP Concierge

Read back and compared with what was there before: 5 of 5 objects equal.

note SB1022: How far the search for users of a deleted object reached
  why:   Not looked into for users of what is deleted: routing_email_route (one
         request per parent).
  next:  Check by hand what was not looked into.

Succeeded: All 6 steps are verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.
