# What an organisation shows is kept in a file, and a change is simulated and rehearsed from it with nobody to ask

& MAKE dev routing_queue {"name":"VIP one","acwSettings":{"wrapupPrompt":"OPTIONAL","timeoutMs":20000}}
& MAKE dev routing_queue {"name":"VIP two","acwSettings":{"wrapupPrompt":"OPTIONAL","timeoutMs":30000}}
& MAKE dev routing_queue {"name":"Sales"}
-- changesets/longer.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: longer, owner: dana@example.com, reason: longer wrap-up, workItem: CC-7 }
spec:
  actions:
    - ensure: { type: routing_skill, name: VIP }
    - forEach: { type: routing_queue, as: queue }
      where: queue.name.startsWith("VIP")
      set: { acwSettings: { timeoutMs: "${queue.acwSettings.timeoutMs * 2}" } }
  tests:
    - { name: there are queues, assert: resources("routing_queue").size() > 0 }

$ signalbox snapshot longer --env dev --out dev.snapshot.gz
Snapshot of dev in dev.snapshot.gz
  organisation  dev
  taken at      <time>
...

  outbound_campaign         0 objects
  outbound_campaignrule     0 objects
  outbound_ruleset          0 objects
  routing_queue             3 objects
  routing_skill             0 objects
  task_management_worktype  0 objects

digest <digest>

$ signalbox simulate longer --env dev --snapshot dev.snapshot.gz
longer → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  snapshot      <digest> from <time>
  changes       1 to create, 2 to update
  reach         nothing else; 1 place not looked at
  cost          22 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_skill/VIP
  changesets/longer.yaml:6
  + s1  create  routing_skill/VIP
      name  "VIP"
      it does not exist yet · reaches new interactions only

Action 2: forEach routing_queue where queue.name.startsWith("VIP")
  changesets/longer.yaml:7 · matched 2 objects of routing_queue
  acwSettings.timeoutMs = ${queue.acwSettings.timeoutMs * 2}
  ~ s2  update  routing_queue/VIP one
      acwSettings.timeoutMs  20000 → 40000
      declared fields differ · reaches interactions in progress
  ~ s3  update  routing_queue/VIP two
      acwSettings.timeoutMs  30000 → 60000
      declared fields differ · reaches interactions in progress

Can affect
  not seen  Objects of routing_email_route were not looked at: they are listed
            one routing_email_domain at a time.

Taking it back (3 steps): can be undone exactly
  check  Every field that is set back on 2 objects is read back and compared.
  check  Reading shows that one object is gone.
  check  "there are queues" holds.

looked at type routing_queue, type routing_skill
This change is relative: its values are computed from what it writes, fixed by
this plan, and run once per environment.
Plan: 1 to create, 2 to update.
decision <digest>

$ signalbox rehearse longer --env dev --snapshot dev.snapshot.gz --rounds 2
Rehearsal of longer in a copy of dev
  copy      3 objects as of <time>
  snapshot  <digest>
  artifact  <digest>
  cost      24 requests to deploy, 22 forecast

ok  without faults
  deployment  3 of 3 steps verified, 1 of 1 test passed
  rollback    3 of 3 objects as before
  used        51 requests, under a minute

ok  seed 1, 3 faults
  deployment  3 of 3 steps verified, 1 of 1 test passed
  rollback    3 of 3 objects as before
  used        56 requests, under a minute

ok  seed 2, 4 faults
  deployment  3 of 3 steps verified, 1 of 1 test passed
  rollback    3 of 3 objects as before
  used        56 requests, about <duration>

All 3 rounds ended well: deployed and verified, or taken back in full.

$ signalbox snapshot --type routing_skill --env dev --out skills.snapshot.gz
Snapshot of dev in skills.snapshot.gz
  organisation  dev
  taken at      <time>
...

  routing_skill  0 objects

digest <digest>

$ signalbox simulate longer --env dev --snapshot skills.snapshot.gz
! error SB3150: The snapshot of dev from <time> does not hold
!               the list of routing_queue.
!   next: Take it again with the change: signalbox snapshot <change> --env dev, or
!         with --type routing_queue.
[exit 1]
