# Somebody edits in the Admin UI: unrelated edits void nothing, overlapping ones stop the deployment, drift names who and when

& MAKE dev routing_queue {"name":"Billing","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":10000}}
-- changesets/longer-wrap-up.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: longer-wrap-up, owner: dana@example.com, reason: billing needs time, workItem: CC-2 }
spec:
  actions:
    - ensure: { type: routing_queue, name: Billing }
      set: { acwSettings: { timeoutMs: 60000 } }

$ signalbox simulate longer-wrap-up --env dev --out plan.json
longer-wrap-up → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to update
  risk          high
                high: acwSettings of routing_queue decides who gets an
                interaction, and when: routing_queue/Billing.
                medium: Interactions in progress feel the change of
                routing_queue/Billing.
  reach         nothing else; 1 place not looked at
  cost          15 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_queue/Billing
  changesets/longer-wrap-up.yaml:6
  ~ s1  update  routing_queue/Billing
      acwSettings.timeoutMs  10000 → 60000
      declared fields differ · reaches interactions in progress

not seen for reach: routing_email_route is listed one e-mail domain at a time.

Taking it back (1 step): can be undone exactly
  check  Every field that is set back on one object is read back and compared.

looked at type routing_queue
Plan: 1 to update.
decision <digest>

& PATCH /simulator/organisations/dev/settings {"auditLagMs":0}
& PUT /api/v2/routing/queues/{routing_queue/Billing} as hanna@dev.example {"name":"Billing","description":"edited by hand","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":10000}}
$ signalbox deploy longer-wrap-up --env dev --yes --decision plan.json --format json | grep -c '"state": "applied"'
1
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox drift --env dev --detailed-exitcode
Drift in dev, <time>

Drift: no drift of 1 compared.

& PUT /api/v2/routing/queues/{routing_queue/Billing} as hanna@dev.example {"name":"Billing","description":"edited by hand","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":5000}}
$ signalbox drift --env dev --detailed-exitcode
Drift in dev, <time>

! routing_queue/Billing: 1 field changed
    acwSettings.timeoutMs  60000 → 5000
    edited outside Signalbox
    by Hanna Okafor, <time>, from 127.0.0.1 (Update)

Drift: 1 object drifted of 1 compared.
[exit 2]

-- changesets/shorter.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: shorter, owner: dana@example.com, reason: billing is quick now, workItem: CC-3 }
spec:
  actions:
    - ensure: { type: routing_queue, name: Billing }
      set: { acwSettings: { timeoutMs: 20000 } }

$ signalbox simulate shorter --env dev --out plan.json | tail -n 2 | cut -c 1-9
Plan: 1 t
decision

& PUT /api/v2/routing/queues/{routing_queue/Billing} as hanna@dev.example {"name":"Billing","description":"edited by hand","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":7000}}
$ signalbox deploy shorter --env dev --yes --decision plan.json
! error SB3005: The decision changed:
!   routing_queue/Billing: acwSettings.timeoutMs 7000 → 20000, when decided 5000 →
!   20000
!   Hanna Okafor changed Billing at <time>
!   expected: <digest>
!   actual: <digest>
!   next: Simulate again, review what changed, and deploy with the new decision.
[exit 5]

$ signalbox deploy shorter --env dev --yes --decision $(sed -n 's/.*"decisionDigest": *"\(sha256:[0-9a-f]*\)".*/\1/p' plan.json | head -n 1)
! error SB3005: The decision changed: the plan made from fresh reads has another
!               digest.
!   expected: <digest>
!   actual: <digest>
!   next: Simulate again and review the plan. To be told what changed and by whom,
!         keep the plan that was decided on: simulate with --out plan.json, deploy
!         with --decision plan.json.
[exit 5]
