# Windows, freezes and lanes keep a deployment out; waves stop where a test fails

& MAKE dev routing_queue {"name":"A","description":"old"}
& MAKE dev routing_queue {"name":"B","description":"old"}
& MAKE dev routing_queue {"name":"C","description":"old"}
-- changesets/texts.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: texts, owner: dana@example.com, reason: new texts, workItem: CC-5 }
spec:
  actions:
    - forEach: { type: routing_queue, as: queue }
      set: { description: new }

-- changesets/repair.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: repair, owner: dana@example.com, reason: calls are lost, workItem: CC-6, lane: emergency }
spec:
  actions:
    - ensure: { type: routing_queue, name: A }
      set: { description: repaired }

-- changesets/watched.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: watched, owner: dana@example.com, reason: newer texts, workItem: CC-7 }
spec:
  actions:
    - forEach: { type: routing_queue, as: queue }
      set: { description: newer }
  tests:
    - name: at most one queue has the new text
      assert: resources("routing_queue").filter(q, q.description == "newer").size() < 2
      when: every-wave

$ cp environments/dev.yaml open.yaml

$ printf 'windows:\n  - { name: last century, timeZone: Europe/Dublin, dates: [1999-12-31], from: "20:00", to: "06:00" }\n' >> environments/dev.yaml

$ signalbox deploy texts --env dev --yes > .plan
! error SB3100: dev: <time> is outside every window (last century);
!               no window opens within two years.
!   lane: normal
!   next: Deploy when the window opens; an urgent repair travels in the emergency
!         lane where the environment allows it.
[exit 3]

$ signalbox simulate texts --env dev --format json | grep -A 5 '"windowFit"'
      "windowFit": {
        "state": "closed",
        "fits": false,
        "text": "No window opens within two years.",
        "minutes": 0.09
      }

$ cp open.yaml environments/dev.yaml

$ printf 'freezes:\n  - { reason: peak season, from: 2020-01-01T00:00:00Z, to: 2090-01-01T00:00:00Z }\n' >> environments/dev.yaml

$ signalbox deploy texts --env dev --yes | tail -2
decision <digest>

! error SB3101: dev: Frozen from <time> to <time>:
!               peak season; next it may run from <time>.
!   lane: normal
!   gates: freeze
!   next: Deploy after the freeze; an urgent repair travels in the emergency lane
!         where the environment allows it.

$ signalbox validate
error SB2091: changesets/repair.yaml:3: the lane emergency needs an incident
              number.
  where: changesets/repair.yaml:3:98
  why:   A change in the emergency lane names no incident.
  next:  Add metadata.incident with the number of the incident, or use the lane
         normal.

story (3 environments, 0 documents, 3 changesets): 1 error.
[exit 1]

$ sed -i 's/lane: emergency/lane: emergency, incident: INC-7/' changesets/repair.yaml

$ signalbox deploy repair --env dev --yes | tail -2
decision <digest>

! error SB3101: dev: Frozen from <time> to <time>:
!               peak season; next it may run from <time>.
!   lane: emergency
!   gates: freeze
!   next: Deploy after the freeze; an urgent repair travels in the emergency lane
!         where the environment allows it.

$ printf 'lanes: { emergency: { passes: [windows, freezes] } }\n' >> environments/dev.yaml

$ signalbox deploy repair --env dev --yes | sed -n '/^Gates/,/^$/p; /^Succeeded/,/^$/p'
Gates passed by (1)
  The emergency lane passed by, incident INC-7: Frozen from <time>
  to <time>: peak season.

Succeeded: The step is verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ cp open.yaml environments/dev.yaml

$ printf 'waves: { sizes: [1] }\n' >> environments/dev.yaml

$ signalbox deploy watched --env dev --yes | sed -n '/^Steps (/,/^$/p; /^Tests (/,/^$/p; /^Failed/,/^$/p'
Steps (3)
  s1  compensated  update  routing_queue/A
  s2  compensated  update  routing_queue/B
  s3  skipped      update  routing_queue/C
                           the run was stopped

Tests (2)
  passed  at most one queue has the new text
          (after wave 1 of 3)
  failed  at most one queue has the new text  resources("routing_queue").
          (after wave 2 of 3)                 filter(q, q.description ==
                                              "newer").size() < 2 is false

Failed and taken back: After wave 2 of 3 1 of 1 test did not pass: at most one
queue has the new text (resources("routing_queue").filter(q, q.description ==
"newer").size() < 2 is false). Everything was taken back.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ printf 'onTestFailure: hold\n' >> environments/dev.yaml

$ signalbox deploy watched --env dev --yes | sed -n '/^Held/,/^$/p'
Held: After wave 2 of 3 1 of 1 test did not pass: at most one queue has the new
text (resources("routing_queue").filter(q, q.description == "newer").size() < 2
is false).
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.
