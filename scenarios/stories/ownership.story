# What Terraform manages is left alone, whatever a changeset, an iterator or a rollback says; a state that can not be read stops everything

& MAKE prod routing_queue {"name":"Billing","description":"by Terraform"}
& MAKE prod routing_queue {"name":"Orders"}
-- changesets/describe.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: describe, owner: dana@example.com, reason: say what they are for, workItem: CC-9 }
spec:
  actions:
    - forEach: { type: routing_queue, as: queue }
      set: { description: for customers }
--
$ signalbox deploy describe --env prod --yes --format json 2>/dev/null | grep -c '"state": "applied"'
2

-- ownership.yaml --
ownership:
  - { from: terraform-state, file: terraform/prod.tfstate }
--
$ cat ownership.yaml >> environments/prod.yaml
$ signalbox simulate describe --env prod
! error SB2060: environments/prod.yaml:21: the Terraform state
!               terraform/prod.tfstate can not be used: there is no such file.
!   where: environments/prod.yaml:21:36
!   why:   A record that says who owns what can not be read.
!   next:  Name a Terraform state that this machine can read, or what `terraform
!          show -json` prints; without it anything might be overwritten.
!
! The files of the project: 1 error.
! error SB6010: The files of the project have errors; nothing was done
!   next: Correct what is listed; signalbox validate shows it again without
!         deploying anything.
[exit 1]

-- terraform/template.json --
{
  "version": 4,
  "terraform_version": "1.9.8",
  "serial": 12,
  "lineage": "6a5c0a3e-6d4a-4b8e-8f0e-6a1f1d0c9a11",
  "outputs": {},
  "resources": [
    {
      "module": "module.contact_centre",
      "mode": "managed",
      "type": "genesyscloud_routing_queue",
      "name": "queue",
      "provider": "provider[\"registry.terraform.io/mypurecloud/genesyscloud\"]",
      "instances": [
        { "index_key": "billing", "schema_version": 1, "attributes_flat": { "id": "QUEUE", "name": "Billing", "members.#": "0" }, "sensitive_attributes": [] }
      ]
    },
    {
      "mode": "managed",
      "type": "genesyscloud_integration_credential",
      "name": "crm",
      "provider": "provider[\"registry.terraform.io/mypurecloud/genesyscloud\"]",
      "instances": [
        { "schema_version": 1, "attributes": { "id": "0b9f2f6e-5c2e-4a51-9d0b-1b0a0d0e0f10", "fields": { "password": "hunter2" } }, "sensitive_attributes": [] }
      ]
    }
  ]
}
--
$ id=$(signalbox show $(signalbox history --format json | grep -o 'run_[a-z0-9_]*' | head -n 1) --format json | grep -A1 '"address": "routing_queue/Billing"' | grep -o '[0-9a-f]\{8\}-[0-9a-f-]\{27\}' | head -n 1); sed "s/QUEUE/$id/" terraform/template.json > terraform/prod.tfstate

-- changesets/describe.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: describe, owner: dana@example.com, reason: say what they are for, workItem: CC-9 }
spec:
  actions:
    - forEach: { type: routing_queue, as: queue }
      set: { description: for all customers }
--
$ signalbox simulate describe --env prod | sed -n '/^error/,/next:/p'
error SB1006: The object or field belongs to another owner
  where: routing_queue/Billing · changesets/describe.yaml:6:7
  why:   description of routing_queue/Billing belongs to "terraform":
         terraform/prod.tfstate has it as
         module.contact_centre.genesyscloud_routing_queue.queue["billing"].
  next:  Change it where its owner keeps it, or change the ownership rule.

$ signalbox rollback $(signalbox history --format json | grep -o 'run_[a-z0-9_]*' | head -n 1) --simulate | grep -A 5 SB1006
error SB1006: The object or field belongs to another owner
  where: routing_queue/Billing
  why:   routing_queue/Billing belongs to "terraform": terraform/prod.tfstate
         has it as
         module.contact_centre.genesyscloud_routing_queue.queue["billing"].
  next:  Change it where its owner keeps it, or change the ownership rule.

$ signalbox export --env prod --type routing_queue
type           documents
routing_queue  2          1 managed by terraform

Exported prod into environments/prod/live: wrote 2 files, kept 0, removed 0.

$ grep -l hunter2 -r environments
[exit 1]
