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
...
Plan: 1 to create, 2 to update.
decision <digest>

$ signalbox rehearse longer --env dev --snapshot dev.snapshot.gz --rounds 2
Rehearsal of longer in a copy of dev
  copy      3 objects as of <time>
  snapshot  <digest>
  artifact  <digest>
  cost      <count> requests to deploy, 22 forecast

ok  without faults
  deployment  3 of 3 steps verified, 1 of 1 test passed
  rollback    3 of 3 objects as before
  used        <count> requests, <duration>

ok  seed 1, 3 faults
  deployment  3 of 3 steps verified, 1 of 1 test passed
  rollback    3 of 3 objects as before
  used        <count> requests, <duration>

ok  seed 2, 4 faults
  deployment  3 of 3 steps verified, 1 of 1 test passed
  rollback    3 of 3 objects as before
  used        <count> requests, <duration>

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
