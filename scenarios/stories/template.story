# One changeset is built for several teams, mistakes in expressions are marked in the file, and what is skipped is told

-- changesets/team.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: team, owner: dana@example.com, reason: A new team starts, workItem: CC-1500 }
spec:
  inputs:
    team: { type: string }
    languages: { type: list, default: [English, German] }
    tier: { type: string, default: standard, allowed: [standard, vip] }
  actions:
    - let: { acwMs: '${inputs.tier == "vip" ? 60000 : 15000}' }
    - forEach: { in: "${inputs.languages}", as: language }
      do:
        - ensure: { type: routing_skill, name: "${inputs.team} ${language}" }
    - delete:
        - { type: routing_skill, name: "${inputs.team} temporary" }
      when: env.name == "prod"
--
-- inputs.yaml --
team: Sales
languages: [French]
--

$ signalbox build team --input team=Claims
Built team-<digest>.artifact.json
digest <digest>

$ signalbox build team --inputs inputs.yaml
Built team-<digest>.artifact.json
digest <digest>

$ signalbox build team
! error SB2023: The input team is missing.
!   next: Give the inputs that the changeset declares, with values it allows.
[exit 1]

$ signalbox build team --input team=Claims --input tier=gold
! error SB2023: The input tier is "gold"; allowed are "standard", "vip".
!   next: Give the inputs that the changeset declares, with values it allows.
[exit 1]

$ signalbox deploy team --input team=Claims --env uat --yes | grep "create"
  changes       2 to create
  + s1  create  routing_skill/Claims English
  + s2  create  routing_skill/Claims German
Plan: 2 to create.
  s1  applied  create  routing_skill/Claims English
  s2  applied  create  routing_skill/Claims German
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox simulate team --input team=Claims --env uat | grep "skipped"
  changesets/team.yaml:15 · skipped: its condition `env.name == "prod"` is false
note SB1035: An action is skipped here

-- changesets/tidy.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: tidy, owner: dana@example.com, reason: Less wrap-up, workItem: CC-1501 }
spec:
  actions:
    - forEach: { type: routing_queue, as: queue }
      where: |
        has(queue.acwSettings.timeoutMs) &&
          queue.acwSettings.timeoutMs > "15000"
      set: { acwSettings: { timoutMs: 15000 } }
    - forEach: { type: routing_skill, as: skill }
      rename: "${skill.name.}"
    - delete: { type: routing_skil, name: Team }
--

$ signalbox validate
error SB2502: An expression has no value for the data it met: a number and a
              text have no order
  where: changesets/tidy.yaml:9:39
  why:     queue.acwSettings.timeoutMs > "15000"
                                       ^
  next:  Check the names at the marked place; guard fields that may be missing
         with has(…).

error SB2014: changesets/tidy.yaml:10: acwSettings.timoutMs is not a field of
              routing_queue. Did you mean "timeoutMs"?
  where: changesets/tidy.yaml:10:29
  why:   A field is not known for its type.
  next:  Use the field that the message suggests, or remove it.

error SB2501: An expression can not be read: something is missing at the end
  where: changesets/tidy.yaml:12:29
  why:   skill.name.
                    ^
  next:  Correct the expression at the marked place. Text is quoted, conditions
         use ==, &&, || and !.

error SB2013: changesets/tidy.yaml:13: "routing_skil" is not a type. Did you
              mean "routing_skill"?
  where: changesets/tidy.yaml:13:23
  why:   A resource type is not known.
  next:  Use the type that the message suggests.

story (3 environments, 0 documents, 2 changesets): 4 errors.
[exit 1]
