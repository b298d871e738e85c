# What a decision covers, and why two of them differ

& MAKE dev routing_queue {"name":"Billing","description":"invoices","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":10000}}
& PATCH /simulator/organisations/dev/settings {"auditLagMs":0}
-- changesets/longer-wrap-up.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: longer-wrap-up, owner: dana@example.com, reason: billing needs time, workItem: CC-2 }
spec:
  actions:
    - ensure: { type: routing_skill, name: Invoices }
    - forEach: { type: routing_queue, as: queue }
      set: { acwSettings: { timeoutMs: "${queue.acwSettings.timeoutMs * 2}" } }

$ signalbox simulate longer-wrap-up --env dev --out old.json | tail -n 2
Plan: 1 to create, 1 to update.
decision <digest>

$ signalbox decision old.json
Decision on longer-wrap-up → dev
  artifact      <digest>
  environment   dev, its rules <digest>
  organisation  <id>

Inside: when any of this changes, it is another decision
  create  routing_skill/Invoices
      a new object
      name  "Invoices"
  update  routing_queue/Billing
      id <id>
      acwSettings.timeoutMs  10000 → 20000
  matched by action 2: 1 object of routing_queue
      routing_queue/Billing
  1 computed value
      routing_queue/Billing acwSettings.timeoutMs: ${queue.acwSettings.timeoutMs
      * 2} = 20000

Outside: may change, and an approval stays good
  version of the file format              it says how the plan is written down,
                                          not what it does
  name of the changeset, actions as       the digest of the artifact stands for
  headings, commit of the sources,        all of it
  actions behind steps
  instant of the plan                     what expressions made of it is inside
  whether it is relative                  it follows from the artifact
  variables for the tests                 what was written with them is inside
  mapped addresses                        the ids they lead to and the rules of
                                          the environment are inside
  texts of contents                       their digests are inside
  findings of checks and policies         they are judged anew before the first
                                          write
  the decision digest                     it is made from what is inside
  what was looked at                      other objects may come and go
  number of requests                      cost may change with what else is
                                          there
  reversibility of the whole              it follows from the steps
  waves                                   they follow from the steps and the
                                          rules of the environment, which are
                                          inside
  review: risk, reach, cost, side         it helps to decide and changes with
  effects, merges, window and forecast    what others do
  of the rollback
  approvers and checks of a rollback      they were laid down with the run that
                                          it takes back
  numbers of steps, phases of steps,      order is no decision
  what steps wait for
  reasons                                 they explain and never decide
  places in files                         moving an action to another line is no
                                          new decision
  reversibility of steps                  it follows from type, kind and changed
                                          fields
  effect on interactions                  it follows from the type
  requests of steps                       cost may change
  whether a deleted object is brought     its id is inside
  back
  old name of a rename                    the id and the change of the name are
                                          inside
  fields of what is deleted               its address and id are inside; it goes
                                          whatever it holds
  steps that change nothing               they write nothing
  fields that nobody touches, and         edits of others are merged, never
  versions                                overwritten
  names of what is only referred to       references are held by id

decision <digest>

$ signalbox simulate longer-wrap-up --env dev --out same.json --format json | grep -c '"kind": "update"'
2

$ signalbox explain-change old.json same.json
The same decision
  earlier  old.json: longer-wrap-up → dev
           <time> · decision <digest>
  later    same.json: longer-wrap-up → dev
           <time> · decision <digest>

An approval of one covers the other.

& PUT /api/v2/routing/queues/{routing_queue/Billing} as hanna@dev.example {"name":"Billing","description":"edited by hand","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":15000}}
$ signalbox simulate longer-wrap-up --env dev --out new.json | tail -n 1 | cut -c 1-8
decision

$ signalbox explain-change old.json new.json --env dev
Two decisions (1 difference)
  earlier  old.json: longer-wrap-up → dev
           <time> · decision <digest>
  later    new.json: longer-wrap-up → dev
           <time> · decision <digest>

  routing_queue/Billing
    acwSettings.timeoutMs  earlier  10000 → 20000
                           later    15000 → 30000

  who: Hanna Okafor changed Billing at <time>

An approval of the earlier one does not cover the later one.
[exit 5]

$ signalbox explain-change old.json new.json --format markdown
### longer-wrap-up → dev: 1 difference

- earlier: `<digest>` of <time> (`old.json`)
- later: `<digest>` of <time> (`new.json`)

- routing\_queue/Billing: acwSettings.timeoutMs 15000 → 30000, when decided 10000 → 20000

An approval of the earlier one does not cover the later one.
[exit 5]

$ signalbox deploy longer-wrap-up --env dev --yes --decision old.json
! error SB3005: The decision changed:
!   routing_queue/Billing: acwSettings.timeoutMs 15000 → 30000, when decided 10000
!   → 20000
!   Hanna Okafor changed Billing at <time>
!   expected: <digest>
!   actual: <digest>
!   next: Simulate again, review what changed, and deploy with the new decision.
[exit 5]

$ signalbox explain-change old.json missing.json
! error SB6050: There is no file and no run missing.json
!   next: Give a file that signalbox simulate --out wrote, or the id of a run that
!         signalbox history lists.
[exit 1]

$ signalbox explain-change old.json environments/dev.yaml
! error SB6050: environments/dev.yaml is no JSON
!   next: Give a file that signalbox simulate --out wrote, or the id of a run that
!         signalbox history lists.
[exit 1]

$ signalbox decision run_nothing
! error SB6050: There is no file and no run <run>
!   next: Give a file that signalbox simulate --out wrote, or the id of a run that
!         signalbox history lists.
[exit 1]
