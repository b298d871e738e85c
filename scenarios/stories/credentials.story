# Credentials of another organisation stop before the first write, and the message says which belongs to which

& MAKE uat routing_queue {"name":"Billing"}
-- changesets/skill.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: skill, owner: dana@example.com, reason: French callers, workItem: CC-5 }
spec:
  actions:
    - ensure: { type: routing_skill, name: French }
--
$ PROD_READ_CLIENT_ID=dev-read PROD_READ_CLIENT_SECRET=dev-read-secret signalbox simulate skill --env prod | sed -n '/^error/,/next/p'
error SB1021: The organisation is not the one pinned for the environment
  why:   prod is pinned to organisation <id>,
         but its credentials belong to <id>,
         which is environment dev.
  next:  Use the credentials of the pinned organisation, or correct

$ PROD_WRITE_CLIENT_ID=uat-write PROD_WRITE_CLIENT_SECRET=uat-write-secret signalbox deploy skill --env prod --yes 2>&1 >/dev/null | grep -v discipline
error SB3002: prod is pinned to organisation
              <id>, but its write credentials
              belong to uat (<id>), which is
              environment uat.
  next: Use the credentials of this environment, or correct organisation.id in
        its file.

$ PROD_READ_CLIENT_ID=dev-read PROD_READ_CLIENT_SECRET=dev-read-secret signalbox export --env prod
! error SB3002: prod is pinned to organisation
!               <id>, but its read credentials
!               belong to dev (<id>), which is
!               environment dev.
!   next: Use the credentials of this environment, or correct organisation.id in
!         its file.
[exit 1]

$ PROD_READ_CLIENT_ID=dev-read PROD_READ_CLIENT_SECRET=dev-read-secret signalbox drift --env prod
! error SB3002: prod is pinned to organisation
!               <id>, but its read credentials
!               belong to dev (<id>), which is
!               environment dev.
!   next: Use the credentials of this environment, or correct organisation.id in
!         its file.
[exit 1]

$ PROD_READ_CLIENT_ID=dev-read PROD_READ_CLIENT_SECRET=dev-read-secret signalbox compare uat prod
! error SB3002: prod is pinned to organisation
!               <id>, but its read credentials
!               belong to dev (<id>), which is
!               environment dev.
!   next: Use the credentials of this environment, or correct organisation.id in
!         its file.
[exit 1]

$ PROD_READ_REGION=eu-central-1 signalbox simulate skill --env prod
! error SB6040: prod is in region mypurecloud.ie, but its credential env:PROD_READ
!               belongs to region eu-central-1; nothing was asked of either
!   next: Name the credential of this environment, or correct organisation.region
!         in its file.
[exit 1]

$ signalbox deploy skill --env prod --yes --format json 2>/dev/null | grep -c '"state": "applied"'
1

$ PROD_READ_CLIENT_ID=dev-read PROD_READ_CLIENT_SECRET=dev-read-secret signalbox rollback $(signalbox history --format json | grep -o 'run_[a-z0-9_]*' | head -n 1) --yes
! error SB3002: prod is pinned to organisation
!               <id>, but its read credentials
!               belong to dev (<id>), which is
!               environment dev.
!   next: Use the credentials of this environment, or correct organisation.id in
!         its file.
[exit 1]

$ PROD_WRITE_CLIENT_ID=dev-write PROD_WRITE_CLIENT_SECRET=dev-write-secret signalbox rollback $(signalbox history --format json | grep -o 'run_[a-z0-9_]*' | head -n 1) --yes 2>&1 >/dev/null
error SB3002: prod is pinned to organisation
              <id>, but its write credentials
              belong to dev (<id>), which is
              environment dev.
  next: Use the credentials of this environment, or correct organisation.id in
        its file.
[exit 1]

$ sed -i 's/env:PROD_READ/env:UAT_READ/' environments/prod.yaml
$ signalbox simulate skill --env prod
! error SB2063: environments/prod.yaml:11: prod would read with env:UAT_READ,
!               which uat names, too (environments/uat.yaml).
!   where: environments/prod.yaml:11:11
!   why:   Two environments are reached with the same credential.
!   next:  Give each environment a client of its own organisation.
!
! The files of the project: 1 error.
! error SB6010: The files of the project have errors; nothing was done
!   next: Correct what is listed; signalbox validate shows it again without
!         deploying anything.
[exit 1]

$ sed -i 's/env:UAT_READ/env:PROD_READ/' environments/prod.yaml
$ sed -i "s/^  id: .*/$(grep '^  id:' environments/uat.yaml)/" environments/prod.yaml
$ signalbox deploy skill --env prod --yes
! error SB2064: environments/prod.yaml:6: prod and uat are both organisation
!               <id>.
!   where: environments/prod.yaml:6:7
!   why:   Two environments are the same organisation.
!   next:  Give each environment the id of its own organisation.
!
! The files of the project: 1 error.
! error SB6010: The files of the project have errors; nothing was done
!   next: Correct what is listed; signalbox validate shows it again without
!         deploying anything.
[exit 1]
