# Names, twins and hands: nothing is guessed, and no twin is made

& MAKE dev location {"name":"Dublin","address":{"street1":"Quay 1","city":"Dublin","country":"IE","zipcode":"D01"}}
& MAKE dev location {"name":"Dublin","address":{"street1":"Quay 2","city":"Dublin","country":"IE","zipcode":"D02"}}
& MAKE dev routing_queue {"name":"Billing"}
-- changesets/queue.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: queue, owner: dana@example.com, reason: text, workItem: CC-6 }
spec:
  actions:
    - ensure: { type: routing_queue, name: Billing }
      set: { description: Invoices }
-- changesets/location.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: location, owner: dana@example.com, reason: text, workItem: CC-7 }
spec:
  actions:
    - ensure: { type: location, name: Dublin }
      set: { notes: by the river }

$ signalbox simulate location --env dev
location → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       nothing to change
  findings      1 error
  risk          low
  reach         nothing else

error SB1003: A reference or target names several objects
  where: location/Dublin · changesets/location.yaml:6:7
  why:   location/Dublin means 2 objects: <id>,
         <id>.
  next:  Pin the address to one id in the environment file under `pins`.

looked at type location
Plan: nothing to change. It can not be deployed: 1 error.
decision <digest>
[exit 1]

$ signalbox deploy queue --env dev --yes | tail -n 2 | head -n 1
Succeeded: The step is verified.
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

& PUT /api/v2/routing/queues/{routing_queue/Billing} as hanna@dev.example {"name":"Invoices"}
$ signalbox simulate queue --env dev
queue → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       nothing to change
  findings      1 error
  risk          low
  reach         nothing else

error SB1004: A managed object was renamed by hand
  where: routing_queue/Billing · changesets/queue.yaml:6:7
  why:   routing_queue/Billing is bound to the object
         <id>, which is now called
         routing_queue/Invoices.
  next:  Rename it in a changeset, or accept its new name into the baseline.

looked at type routing_queue
Plan: nothing to change. It can not be deployed: 1 error.
decision <digest>
[exit 1]

$ signalbox drift --env dev
Drift in dev, <time>

! routing_queue/Billing: renamed to routing_queue/Invoices
    description  "Invoices" → (not set)
    edited outside Signalbox
    by Hanna Okafor, <time>, from 127.0.0.1 (Update)

Drift: 1 object drifted of 1 compared.

$ signalbox export --env dev --type routing_queue location
type           documents
location       2          2 unmanaged (shared name)
routing_queue  1

Exported dev into environments/dev/live: wrote 3 files, kept 0, removed 0.

$ signalbox export --env dev --type routing_queue location | tail -n 1
Exported dev into environments/dev/live: wrote 0 files, kept 3, removed 0.

$ find environments/dev/live -name '*.yaml' | sort
environments/dev/live/directory/location/dublin-2811b343.yaml
environments/dev/live/directory/location/dublin-daf854ba.yaml
environments/dev/live/routing/routing_queue/invoices.yaml
