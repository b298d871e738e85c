# An exported organisation is rebuilt in a simulator of one's own, by requests to its API, to rehearse on

& MAKE dev user {"name":"Ada Berg","email":"ada@example.com"}
& MAKE dev routing_skill {"name":"French"}
& MAKE dev routing_queue {"name":"Orders"}
-- signalbox.yaml --
apiVersion: signalbox/v1
kind: Project
metadata: { name: story }
environments: [dev, uat, prod]

$ signalbox export --env dev --type routing_queue routing_skill user integration_credential > /dev/null

-- environments/dev/live/routing/routing_queue/vip-orders.yaml --
apiVersion: signalbox/v1
kind: Resource
type: routing_queue
name: VIP Orders
spec:
  division: { $ref: auth_division/Sales }
  queueFlow: { $ref: flow/inqueuecall/Waiting }
  whisperPrompt: { $ref: architect_user_prompt/Chime }

-- environments/dev/live/integrations/integration_credential/crm.yaml --
apiVersion: signalbox/v1
kind: Resource
type: integration_credential
name: CRM
spec: {}

$ signalbox_until Ctrl-C simulator --from environments/dev/live | sed '/^Recreated/,$d'
type           recreated
routing_queue  2
routing_skill  1
user           2

Not recreated (1):
  integration_credential/CRM
      a credential needs its secret values, which never pass through Signalbox:
      make it in the Admin UI

Not in the export, and made by name because something refers to it (2):
  auth_division/Sales
      routing_queue/VIP Orders refers to it
  architect_user_prompt/Chime
      routing_queue/VIP Orders refers to it

Otherwise than in the export (1):
  routing_queue/VIP Orders
      queueFlow is left out: flow/inqueuecall/Waiting is not in the export

! SIGTERM: finishing what is under way. Once more ends at once; resume goes on.

$ mkdir broken; printf 'apiVersion: signalbox/v2\nkind: Resource\ntype: routing_skill\nname: French\nspec: {}\n' > broken/x.yaml; signalbox simulator --from broken
! error SB2007: broken/x.yaml says apiVersion: signalbox/v2, which this version of
!               Signalbox does not know yet.
!   where: broken/x.yaml:1:1
!   why:   A newer version of Signalbox wrote it: update Signalbox.
!   next:  Begin it with apiVersion: signalbox/v1 and the kind that belongs in its
!          folder.
!
! The files of the project: 1 error.
! error SB6010: The files of the project have errors; nothing was done
!   next: Correct what is listed; signalbox validate shows it again without
!         deploying anything.
[exit 1]
