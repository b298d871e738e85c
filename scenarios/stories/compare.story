# Two environments side by side: what is the same, what mappings explain, what somebody answers for, and what nobody does

& MAKE uat routing_skill {"name":"French"}
& MAKE prod routing_skill {"name":"French"}
& MAKE uat routing_queue {"name":"Billing","description":"bills","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":10000}}
& MAKE prod routing_queue {"name":"Billing","description":"bills","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":30000},"callingPartyName":"Northwind"}
& MAKE uat routing_queue {"name":"Orders UAT","description":"see https://uat.example.com"}
& MAKE prod routing_queue {"name":"Orders","description":"see https://www.example.com"}
& MAKE uat routing_queue {"name":"Trial"}
& MAKE prod routing_wrapupcode {"name":"Old"}

$ signalbox compare uat prod --type routing_queue routing_skill routing_wrapupcode
uat and prod side by side
  uat: live, <time>
  prod: live, <time>

! routing_queue/Billing: 2 fields
    acwSettings.timeoutMs  10000 ↔ 30000            undeclared
    callingPartyName       (not set) ↔ "Northwind"  undeclared
! routing_queue/Orders: only in prod
! routing_queue/Orders UAT: only in uat
! routing_queue/Trial: only in uat
! routing_wrapupcode/Old: only in prod

type                compared  identical  mapped  declared  undeclared  expected
routing_queue       4         0          0       0         4           0 %
routing_skill       1         1          0       0         0           100 %
routing_wrapupcode  1         0          0       0         1           0 %
in all              6         1          0       0         5           16.7 %

uat predicts prod by 16.7 %: of 6 objects 1 identical, 0 mapped, 0 declared, 5
undeclared.

-- more.yaml --
mappings:
  - { from: "routing_queue/* UAT", to: "routing_queue/*" }
valueMappings:
  - { type: routing_queue, field: description, from: "*https://uat.example.com", to: "*https://www.example.com" }
exceptions:
  - { resource: routing_queue/Billing, field: acwSettings.timeoutMs, reason: pilot of longer wrap-up, owner: dana@example.com, expires: 2099-12-31 }
  - { resource: routing_queue/Trial, reason: trial of the team, owner: dana@example.com, expires: 2020-12-31 }
--
$ cat more.yaml >> environments/prod.yaml
$ signalbox validate
warning SB2062: environments/prod.yaml:26: the exception for routing_queue/Trial
                held until 2020-12-31.
  where: routing_queue/Trial · environments/prod.yaml:26:5
  why:   dana@example.com answered for it: trial of the team.
  next:  Remove the difference, or agree on a new day with its owner.

story (3 environments, 0 documents, 0 changesets): 1 warning.

$ signalbox compare uat prod --type routing_queue routing_skill routing_wrapupcode --detailed-exitcode
uat and prod side by side
  uat: live, <time>
  prod: live, <time>

! routing_queue/Billing: 2 fields
    acwSettings.timeoutMs  10000 ↔ 30000            declared: pilot of longer
                                                    wrap-up (dana@example.com,
                                                    until 2099-12-31)
    callingPartyName       (not set) ↔ "Northwind"  undeclared
! routing_queue/Trial: only in uat: the exception has expired: trial of the team
  (dana@example.com, until 2020-12-31)
! routing_wrapupcode/Old: only in prod
1 more that mappings or people answer for (--verbose shows them)

type                compared  identical  mapped  declared  undeclared  expected
routing_queue       3         0          1       0         2           33.3 %
routing_skill       1         1          0       0         0           100 %
routing_wrapupcode  1         0          0       0         1           0 %
in all              5         1          1       0         3           40 %
! expired: routing_queue/Trial (dana@example.com, until 2020-12-31)

uat predicts prod by 40 %: of 5 objects 1 identical, 1 mapped, 0 declared, 3
undeclared.
[exit 2]

$ signalbox compare uat prod --type routing_queue routing_skill routing_wrapupcode --verbose 2>/dev/null
uat and prod side by side
  uat: live, <time>
  prod: live, <time>

! routing_queue/Billing: 2 fields
    acwSettings.timeoutMs  10000 ↔ 30000            declared: pilot of longer
                                                    wrap-up (dana@example.com,
                                                    until 2099-12-31)
    callingPartyName       (not set) ↔ "Northwind"  undeclared
~ routing_queue/Orders UAT ↔ routing_queue/Orders: 1 field
    description  "see https://uat.example.com" ↔ "see                     mapped
                 https://www.example.com"
! routing_queue/Trial: only in uat: the exception has expired: trial of the team
  (dana@example.com, until 2020-12-31)
! routing_wrapupcode/Old: only in prod

type                compared  identical  mapped  declared  undeclared  expected
routing_queue       3         0          1       0         2           33.3 %
routing_skill       1         1          0       0         0           100 %
routing_wrapupcode  1         0          0       0         1           0 %
in all              5         1          1       0         3           40 %
! expired: routing_queue/Trial (dana@example.com, until 2020-12-31)

uat predicts prod by 40 %: of 5 objects 1 identical, 1 mapped, 0 declared, 3
undeclared.

$ signalbox export --env uat --type routing_queue
type           documents
routing_queue  3

Exported uat into environments/uat/live: wrote 3 files, kept 0, removed 0.

$ signalbox compare uat prod --saved uat --type routing_queue routing_skill --format markdown
### uat predicts prod by 33.3 %: of 3 objects 0 identical, 1 mapped, 0 declared, 2 undeclared

| type | compared | identical | mapped | declared | undeclared | expected |
| --- | --- | --- | --- | --- | --- | --- |
| routing\_queue | 3 | 0 | 1 | 0 | 2 | 33.3 % |
| in all | 3 | 0 | 1 | 0 | 2 | 33.3 % |

<details><summary><code>routing_queue/Billing</code> 2 fields</summary>

| field | uat | prod | how |
| --- | --- | --- | --- |
| `acwSettings.timeoutMs` | `10000` | `30000` | declared: pilot of longer wrap-up (dana@​example.com, until 2099-12-31) |
| `callingPartyName` | `(not set)` | `"Northwind"` | undeclared |

</details>

<details><summary><code>routing_queue/Trial</code> only in uat: the exception has expired: trial of the team (dana@​example.com, until 2020-12-31)</summary>

</details>

- not compared: `routing_skill` uat may have it unseen: environments/uat/live holds none of its type

$ signalbox snapshot --all --env uat --out monday.snapshot.gz > /dev/null

$ signalbox compare uat prod --saved uat=monday.snapshot.gz --type routing_queue routing_skill routing_wrapupcode user
uat and prod side by side
  uat: monday.snapshot.gz, <time>
  prod: live, <time>

! routing_queue/Billing: 2 fields
    acwSettings.timeoutMs  10000 ↔ 30000            declared: pilot of longer
                                                    wrap-up (dana@example.com,
                                                    until 2099-12-31)
    callingPartyName       (not set) ↔ "Northwind"  undeclared
! routing_queue/Trial: only in uat: the exception has expired: trial of the team
  (dana@example.com, until 2020-12-31)
! routing_wrapupcode/Old: only in prod
1 more that mappings or people answer for (--verbose shows them)

type                compared  identical  mapped  declared  undeclared  expected
routing_queue       3         0          1       0         2           33.3 %
routing_skill       1         1          0       0         0           100 %
routing_wrapupcode  1         0          0       0         1           0 %
in all              5         1          1       0         3           40 %

Not compared:
? user: uat: a snapshot holds no more than names of types that are only referred
  to
! expired: routing_queue/Trial (dana@example.com, until 2020-12-31)

uat predicts prod by 40 %: of 5 objects 1 identical, 1 mapped, 0 declared, 3
undeclared.

$ signalbox compare dev uat --saved dev=monday.snapshot.gz
! error SB6062: monday.snapshot.gz is a snapshot of another organisation: dev is
!               pinned to organisation <id>, but
!               the snapshot shows uat (<id>),
!               which is environment uat.
!   next: Use the snapshot of this environment, or correct organisation.id or the
!         credential in its file.
[exit 1]

$ signalbox snapshot --type routing_skill --env prod --out prod.snapshot > /dev/null

$ signalbox compare uat prod --saved uat=monday.snapshot.gz prod=prod.snapshot --type routing_queue routing_skill
uat and prod side by side
  uat: monday.snapshot.gz, <time>
  prod: prod.snapshot, <time>

type           compared  identical  mapped  declared  undeclared  expected
routing_skill  1         1          0       0         0           100 %
in all         1         1          0       0         0           100 %

Not compared:
? routing_queue: prod: the snapshot does not hold all routing_queue
? routing_queue: prod may have it unseen: the snapshot does not hold all
  routing_queue (routing_queue/Billing, routing_queue/Orders UAT,
  routing_queue/Trial)
! expired: routing_queue/Trial (dana@example.com, until 2020-12-31)

uat predicts prod by 100 %: of 1 object 1 identical, 0 mapped, 0 declared, 0
undeclared.

$ signalbox compare uat --since monday.snapshot.gz
uat at two instants
  before: monday.snapshot.gz, <time>
  after: live, <time>

Not compared:
? orgauthorization_pairing: the earlier list is not complete: the public API has
  no list for a request for trust
? orgauthorization_pairing: the later list is not complete: the public API has
  no list for a request for trust

of 33 objects 0 changed, 0 created since, 0 deleted.

& MAKE uat routing_skill {"name":"German"}
& MAKE uat routing_queue {"name":"Later","description":"late"}
$ signalbox compare uat --since monday.snapshot.gz --detailed-exitcode
uat at two instants
  before: monday.snapshot.gz, <time>
  after: live, <time>

+ routing_queue/Later: created
+ routing_skill/German: created

Not compared:
? orgauthorization_pairing: the earlier list is not complete: the public API has
  no list for a request for trust
? orgauthorization_pairing: the later list is not complete: the public API has
  no list for a request for trust

of 33 objects 0 changed, 2 created since, 0 deleted.
[exit 2]

$ signalbox snapshot --type routing_queue --env uat --out friday.snapshot.gz > /dev/null

$ UAT_READ_CLIENT_ID= signalbox compare uat --since monday.snapshot.gz --until friday.snapshot.gz --type routing_queue --format markdown
### uat: of 3 objects 0 changed, 1 created since, 0 deleted

monday.snapshot.gz, <time> → friday.snapshot.gz, <time>

<details><summary><code>routing_queue/Later</code> created</summary>

</details>

$ signalbox compare uat --since friday.snapshot.gz --until monday.snapshot.gz
! error SB6001: friday.snapshot.gz (<time>) is later than
!               monday.snapshot.gz (<time>)
!   next: Give the earlier snapshot to --since and the later one to --until.
[exit 1]

$ signalbox compare uat prod --since monday.snapshot.gz
! error SB6001: --since and --until are for one environment
!   next: Name two environments, or one with --since <snapshot>.
[exit 1]

$ signalbox compare uat
! error SB6001: Nothing is given to compare uat with
!   next: Name two environments, or one with --since <snapshot>.
[exit 1]

$ signalbox compare uat uat
! error SB6001: uat is compared with itself
!   next: Name two environments.
[exit 1]

$ signalbox compare uat prod --saved dev
! error SB6001: --saved dev names no environment that is compared (uat, prod)
!   next: Run the command with --help to see what it takes.
[exit 1]

$ signalbox compare uat prod --format json | head -c 100
{
  "apiVersion": "signalbox/v1",
  "kind": "EnvironmentComparison",
  "prediction": 0.6176470588235

$ UAT_READ_CLIENT_ID=dev-read UAT_READ_CLIENT_SECRET=dev-read-secret signalbox compare uat prod
! error SB3002: uat is pinned to organisation
!               <id>, but its read credentials
!               belong to dev (<id>), which is
!               environment dev.
!   next: Use the credentials of this environment, or correct organisation.id in
!         its file.
[exit 1]

$ UAT_READ_REGION=us-east-1 signalbox compare uat prod
! error SB6040: uat is in region mypurecloud.ie, but its credential env:UAT_READ
!               belongs to region us-east-1; nothing was asked of either
!   next: Name the credential of this environment, or correct organisation.region
!         in its file.
[exit 1]
