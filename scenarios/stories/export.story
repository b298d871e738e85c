# Parts of an organisation as files: by pattern and division, with what they refer to, and with who owns them

& MAKE dev auth_division {"name":"Sales","description":""}
& MAKE dev routing_skill {"name":"French"}
& MAKE dev routing_queue {"name":"VIP Billing"}
& MAKE dev routing_queue {"name":"VIP Support"}
& MAKE dev routing_queue {"name":"Orders"}
-- signalbox.yaml --
apiVersion: signalbox/v1
kind: Project
metadata: { name: story }
environments: [dev, uat, prod]
ownership:
  - { type: routing_queue, name: "VIP S*", owner: terraform }

$ signalbox export --env dev --include "routing_queue/VIP*" "routing_skill"
type           documents
routing_queue  2          1 managed by terraform
routing_skill  1

Exported dev into environments/dev/live: wrote 3 files, kept 0, removed 0.

$ find environments/dev/live -name '*.yaml' | sort
environments/dev/live/routing/routing_queue/vip-billing.yaml
environments/dev/live/routing/routing_queue/vip-support.yaml
environments/dev/live/routing/routing_skill/french.yaml

$ head -n 9 environments/dev/live/routing/routing_queue/vip-support.yaml
apiVersion: signalbox/v1
kind: Resource
type: routing_queue
name: VIP Support
labels:
  managedBy: terraform
spec:
  division:
    $ref: auth_division/Home

$ signalbox export --env dev --include "routing_queue/VIP*" --exclude "routing_queue/*Billing" "routing_queue/Nobody"
warning SB3054: Nothing fits "routing_queue/Nobody"
  why:   No object that was read fits the pattern to exclude.
  next:  Compare it with the addresses of an export without patterns: type/key,
         where * stands for any text and ? for one character.

type           documents
routing_queue  1          1 managed by terraform

Exported dev into environments/dev/live: wrote 0 files, kept 1, removed 0.

$ signalbox export --env dev --include "routing_queue" --division Sale
! error SB3055: There is no division "Sale", or it may not be seen.
!   next: Did you mean "Sales"? Give the name of a division as the organisation
!         has it, and the client the permission to view divisions.
[exit 1]

$ signalbox export --env dev --include "routing_queue/"
! error SB6001: --include "routing_queue/" is no pattern of addresses
!   next: Write a type (routing_queue) or a type and a name (routing_queue/VIP*);
!         * stands for any text.
[exit 1]

$ signalbox export --env dev --include "routing_quue/VIP*"
! error SB6001: "routing_quue" is no resource type
!   next: Did you mean "routing_queue"? signalbox types lists every type with its
!         area.
[exit 1]

$ signalbox export --env dev --include "rooting_*/VIP*"
! error SB6001: --include "rooting_*/VIP*" fits no resource type
!   next: signalbox types lists every type with its area.
[exit 1]

$ signalbox export --env dev --with-dependencies none
! error SB6001: option '--with-dependencies [depth]' argument 'none' is invalid.
!               must be a whole number of at least 1.
!   next: Run the command with --help to see what it takes.
[exit 1]
