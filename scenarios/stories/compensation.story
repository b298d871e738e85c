# A deployment that fails half-way is taken back; with onFailure: hold it stops, keeps its objects, and another may take over

& MAKE dev routing_queue {"name":"A","description":"one"}
& MAKE dev routing_queue {"name":"B","description":"two"}
-- changesets/both.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: both, owner: dana@example.com, reason: new texts, workItem: CC-5 }
spec:
  actions:
    - ensure: { type: routing_queue, name: A }
      set: { description: changed }
    - ensure: { type: routing_skill, name: Fresh }
    - ensure: { type: routing_queue, name: B }
      set: { description: changed }

& POST /simulator/faults {"method":"PUT","path":"/api/v2/routing/queues/*","nth":2,"fault":{"kind":"status","status":400,"when":"before"}}
$ signalbox deploy both --env dev --yes
both → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to create, 2 to update
  risk          medium
                medium: Interactions in progress feel the change of
                routing_queue/A, routing_queue/B.
  reach         nothing else; 1 place not looked at
  cost          22 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_queue/A
  changesets/both.yaml:6
  ~ s2  update  routing_queue/A
      description  "one" → "changed"
      declared fields differ · reaches interactions in progress

Action 2: ensure routing_skill/Fresh
  changesets/both.yaml:8
  + s1  create  routing_skill/Fresh
      name  "Fresh"
      it does not exist yet · reaches new interactions only

Action 3: ensure routing_queue/B
  changesets/both.yaml:9
  ~ s3  update  routing_queue/B
      description  "two" → "changed"
      declared fields differ · reaches interactions in progress

not seen for reach: routing_email_route is listed one e-mail domain at a time.

Taking it back (3 steps): can be undone exactly
  check  Every field that is set back on 2 objects is read back and compared.
  check  Reading shows that one object is gone.

looked at type routing_queue, type routing_skill
Steps run in the order of their numbers.
Plan: 1 to create, 2 to update.
decision <digest>

Deployment of both to dev
  run       <run>
  artifact  <digest>
  started   <time> by dana
  finished  <time>

Steps (3)
  s1  compensated  create  routing_skill/Fresh
                           filled in by the platform: division
  s2  compensated  update  routing_queue/A
  s3  failed       update  routing_queue/B
                           SB4009: PUT /api/v2/routing/queues/{id}: 400 The
                                   server encountered an unexpected condition
                                   which prevented it from fulfilling the
                                   request.
                           correlation id: <id>
                           next: Read the platform message and the named fields,
                                 correct the configuration and simulate again.

Taken back (2)
  s2  applied  update  routing_queue/A
  s1  applied  delete  routing_skill/Fresh

Read back and compared with what was there before: 2 of 2 objects equal.

Failed and taken back: routing_queue/B: PUT /api/v2/routing/queues/{id}: 400 The
server encountered an unexpected condition which prevented it from fulfilling
the request. Everything was taken back.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.
[exit 6]

$ signalbox simulate both --env dev | grep -c '~\|+'
3

$ sed -i 's/^labels:/onFailure: hold\nlabels:/' environments/dev.yaml

& POST /simulator/faults {"method":"PUT","path":"/api/v2/routing/queues/*","nth":2,"fault":{"kind":"status","status":400,"when":"before"}}
$ signalbox deploy both --env dev --yes
both → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to create, 2 to update
  risk          medium
                medium: Interactions in progress feel the change of
                routing_queue/A, routing_queue/B.
  reach         nothing else; 1 place not looked at
  cost          22 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_queue/A
  changesets/both.yaml:6
  ~ s2  update  routing_queue/A
      description  "one" → "changed"
      declared fields differ · reaches interactions in progress

Action 2: ensure routing_skill/Fresh
  changesets/both.yaml:8
  + s1  create  routing_skill/Fresh
      name  "Fresh"
      it does not exist yet · reaches new interactions only

Action 3: ensure routing_queue/B
  changesets/both.yaml:9
  ~ s3  update  routing_queue/B
      description  "two" → "changed"
      declared fields differ · reaches interactions in progress

not seen for reach: routing_email_route is listed one e-mail domain at a time.

Taking it back (3 steps): can be undone exactly
  check  Every field that is set back on 2 objects is read back and compared.
  check  Reading shows that one object is gone.

looked at type routing_queue, type routing_skill
Steps run in the order of their numbers.
Plan: 1 to create, 2 to update.
decision <digest>

Deployment of both to dev
  run       <run>
  artifact  <digest>
  started   <time> by dana
  finished  <time>

Steps (3)
  s1  applied  create  routing_skill/Fresh
                       filled in by the platform: division
  s2  applied  update  routing_queue/A
  s3  failed   update  routing_queue/B
                       SB4009: PUT /api/v2/routing/queues/{id}: 400 The server
                               encountered an unexpected condition which
                               prevented it from fulfilling the request.
                       correlation id: <id>
                       next: Read the platform message and the named fields,
                             correct the configuration and simulate again.

Held: routing_queue/B: PUT /api/v2/routing/queues/{id}: 400 The server
encountered an unexpected condition which prevented it from fulfilling the
request.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.
[exit 6]

$ signalbox deploy both --env dev --yes
both → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to update; 2 objects already as they should be
  risk          medium
                medium: Interactions in progress feel the change of
                routing_queue/B.
  reach         nothing else; 1 place not looked at
  cost          16 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_queue/A
  changesets/both.yaml:6
  = s2  as is   routing_queue/A

Action 2: ensure routing_skill/Fresh
  changesets/both.yaml:8
  = s3  as is   routing_skill/Fresh

Action 3: ensure routing_queue/B
  changesets/both.yaml:9
  ~ s1  update  routing_queue/B
      description  "two" → "changed"
      declared fields differ · reaches interactions in progress

not seen for reach: routing_email_route is listed one e-mail domain at a time.

Taking it back (1 step): can be undone exactly
  check  Every field that is set back on one object is read back and compared.

looked at type routing_queue, type routing_skill
Plan: 1 to update; 2 objects already as they should be.
decision <digest>

! error SB3004: Held run <run> claims routing_queue/B.
!   next: Take the held run back (signalbox rollback), or end its claims: deploy
!         with --supersede and its id.
[exit 6]

$ signalbox history
run                       started (UTC)     in   state        changeset
<run>  <time>  dev  held         both by dana
<run>  <time>  dev  compensated  both by dana

$ signalbox deploy both --env dev --yes --supersede $(signalbox history --env dev --format json | sed -n 's/.*"\(run_[0-9a-z]*\)".*/\1/p' | head -n 1) | tail -n 3

Succeeded: The step is verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.
