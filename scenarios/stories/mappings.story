# Counterparts in another environment are declared, never guessed: a reference without one stops, and proposals are only told

-- changesets/supervisors.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: supervisors, owner: dana@example.com, reason: a group for escalations, workItem: CC-7 }
spec:
  actions:
    - ensure: { type: group, name: Supervisors }
      set: { type: official, rulesVisible: true, visibility: public, owners: [{ $ref: user/hanna@uat.example }] }
--
& MAKE uat routing_queue {"name":"Orders UAT","description":"orders of the web shop"}
& MAKE prod routing_queue {"name":"Orders","description":"orders of the web shop"}
& MAKE uat routing_queue {"name":"Billing UAT"}
& MAKE prod routing_queue {"name":"Billing"}
& MAKE prod routing_queue {"name":"Billing archive"}

$ signalbox deploy supervisors --env uat --yes | tail -n 2
Succeeded: The step is verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox simulate supervisors --env prod | sed -n '/^error/,/proposes/p'
error SB1051: A reference has no counterpart in this environment
  where: user/hanna@uat.example · changesets/supervisors.yaml:6:7
  why:   group/Supervisors refers to user/hanna@uat.example: no mapping names
         it, and prod has no such user. The nearest name is
         user/hanna@prod.example.
  next:  Map the address in the environment file under `mappings`; `signalbox
         mappings suggest` proposes the missing ones.

$ signalbox mappings suggest uat prod
Mappings from uat for environments/prod.yaml

+ user/hanna@uat.example → user/hanna@prod.example
    certain, 0.85, used by 1 object: same e-mail name "hanna"; only these two
    have name "Hanna Okafor"
~ auth_role/Role of Client uat-read → auth_role/Role of Client prod-read
    likely, 0.65, used by 1 object: same name but for "uat" and "prod"
~ auth_role/Role of Client uat-write → auth_role/Role of Client prod-write
    likely, 0.65, used by 1 object: same name but for "uat" and "prod"
~ oauth_client/Client uat-read → oauth_client/Client prod-read
    likely, 0.65: same name but for "uat" and "prod"
~ oauth_client/Client uat-write → oauth_client/Client prod-write
    likely, 0.65: same name but for "uat" and "prod"
~ routing_queue/* UAT → routing_queue/*
    likely, 0.65: same name but for "UAT" (2 times); only these two have
    description "orders of the web shop"
    routing_queue/Billing UAT → routing_queue/Billing
    routing_queue/Orders UAT → routing_queue/Orders

mappings:
  - { from: "user/hanna@uat.example", to: "user/hanna@prod.example" }
  - { from: "auth_role/Role of Client uat-read", to: "auth_role/Role of Client prod-read" }
  - { from: "auth_role/Role of Client uat-write", to: "auth_role/Role of Client prod-write" }
  - { from: "oauth_client/Client uat-read", to: "oauth_client/Client prod-read" }
  - { from: "oauth_client/Client uat-write", to: "oauth_client/Client prod-write" }
  - { from: "routing_queue/* UAT", to: "routing_queue/*" }

6 proposals: 1 certain, 5 likely, 0 guessed. Nothing was changed.

$ signalbox mappings suggest uat prod --type user --format json
{
  "apiVersion": "signalbox/v1",
  "kind": "MappingSuggestions",
  "suggestions": [
    {
      "type": "user",
      "from": "user/hanna@uat.example",
      "to": "user/hanna@prod.example",
      "score": 0.85,
      "sureness": "certain",
      "reasons": [
        "same e-mail name \"hanna\"",
        "only these two have name \"Hanna Okafor\""
      ],
      "covers": [],
      "alternatives": [],
      "uses": 1
    }
  ],
  "without": [],
  "left": "uat",
  "right": "prod",
  "snippet": "mappings:\n  - { from: \"user/hanna@uat.example\", to: \"user/hanna@prod.example\" }\n"
}

$ signalbox mappings suggest uat prod --type user --format json | sed -n 's/.*"snippet": "\(.*\)".*/\1/p' | xargs -0 printf >> environments/prod.yaml
$ tail -n 3 environments/prod.yaml
mappings:
  - { from: "user/hanna@uat.example", to: "user/hanna@prod.example" }

$ signalbox simulate supervisors --env prod | grep -E 'mapped|owners|^Plan'
  mapped        user/hanna@uat.example is user/hanna@prod.example
      owners        [user/hanna@prod.example]
Plan: 1 to create.
