# A deployment is taken back in part: what somebody edited since stays, in other fields it is merged, and what depends on more is refused

& MAKE dev routing_queue {"name":"Billing","description":"old","acwSettings":{"wrapupPrompt":"OPTIONAL","timeoutMs":20000}}
& MAKE dev routing_queue {"name":"Sales","description":"old","acwSettings":{"wrapupPrompt":"OPTIONAL","timeoutMs":20000}}
-- changesets/texts.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: texts, owner: dana@example.com, reason: new texts, workItem: CC-8 }
spec:
  actions:
    - ensure: { type: routing_queue, name: Billing }
      set: { description: new, acwSettings: { timeoutMs: 60000 } }
    - ensure: { type: routing_queue, name: Sales }
      set: { description: new }
    - ensure: { type: routing_skill, name: Fresh }

$ signalbox deploy texts --env dev --yes | tail -3

Succeeded: All 3 steps are verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

& PUT /api/v2/routing/queues/{routing_queue/Billing} as hanna@dev.example {"name":"Billing","description":"by hand","enableManualAssignment":true,"acwSettings":{"wrapupPrompt":"OPTIONAL","timeoutMs":60000}}
$ signalbox rollback $(signalbox history --env dev --format json | grep -o 'run_[0-9a-z]*' | head -1) --simulate
Rollback of texts in dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       nothing to change
  findings      1 error, 1 note

As it was approved with <run>
  check  Every field that is set back on 2 objects is read back and compared.
  check  Reading shows that one object is gone.

error SB3011: It was changed after the run.
  where: routing_queue/Billing
  why:   description is "by hand" instead of "new".
  next:  Leave this address out, or decide that the later change may be lost.

note SB1022: How far the search for users of a deleted object reached
  why:   Not looked into for users of what is deleted: routing_email_route (one
         request per parent).
  next:  Check by hand what was not looked into.

looked at routing_queue/Billing, routing_queue/Sales, routing_skill/Fresh
Plan: nothing to change. It can not be deployed: 1 error.
decision <digest>

[exit 1]

$ signalbox rollback $(signalbox history --env dev --format json | grep -o 'run_[0-9a-z]*' | head -1) --only 'routing_queue/S*' routing_skill --yes
Rollback of texts in dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to update, 1 to delete
  findings      1 note
  cost          5 requests, under a minute at 240 a minute
  undo          1 of 2 steps can be undone exactly, 1 with a new id

Update (1)
  ~ s1  update  routing_queue/Sales
      description  "new" → "old"
      takes back: update routing_queue/Sales · reaches interactions in progress

Delete (1)
  - s2  delete  routing_skill/Fresh
      name      "Fresh"
      division  auth_division/Home
      takes back: create routing_skill/Fresh · reaches new interactions only ·
      can be undone, but the object gets a new id

As it was approved with <run>
  check  Every field that goes back is read back and compared.

note SB1022: How far the search for users of a deleted object reached
  why:   Not looked into for users of what is deleted: routing_email_route (one
         request per parent).
  next:  Check by hand what was not looked into.

looked at routing_queue/Sales, routing_skill/Fresh
Plan: 1 to update, 1 to delete.
decision <digest>

Rollback of texts in dev
  run         <run>
  takes back  <run>
  artifact    <digest>
  started     <time> by dana
  finished    <time>

Steps (2)
  s1  applied  update  routing_queue/Sales
  s2  applied  delete  routing_skill/Fresh

Read back and compared with what was there before: 2 of 2 objects equal.

note SB1022: How far the search for users of a deleted object reached
  why:   Not looked into for users of what is deleted: routing_email_route (one
         request per parent).
  next:  Check by hand what was not looked into.

Succeeded: All 2 steps are verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox rollback $(signalbox history --env dev --format json | grep -o 'run_[0-9a-z]*' | tail -1) --overwrite-later --yes
Rollback of texts in dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to update; 2 objects already as they should be
  cost          3 requests, under a minute at 240 a minute
  undo          can be undone exactly

Update (1)
  ~ s1  update  routing_queue/Billing
      acwSettings.timeoutMs  60000     → 20000
      description            "by hand" → "old"
      takes back: update routing_queue/Billing · reaches interactions in
      progress

Already as they should be (2)
  = s2  as is   routing_queue/Sales
  = s3  as is   routing_skill/Fresh

As it was approved with <run>
  check  Every field that is set back on 2 objects is read back and compared.
  check  Reading shows that one object is gone.

looked at routing_queue/Billing, routing_queue/Sales, routing_skill/Fresh
Plan: 1 to update; 2 objects already as they should be.
decision <digest>

Rollback of texts in dev
  run         <run>
  takes back  <run>
  artifact    <digest>
  started     <time> by dana
  finished    <time>

Steps (1)
  s1  applied  update  routing_queue/Billing
  2 objects needed nothing

Read back and compared with what was there before: 1 of 1 object equal.

Succeeded: The step is verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.
