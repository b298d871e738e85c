# One skill from dev to production and back

-- config/routing/routing_skill/vip.yaml --
apiVersion: signalbox/v1
kind: Resource
type: routing_skill
name: VIP
spec: {}

-- changesets/vip-skill.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: vip-skill, owner: dana@example.com, reason: VIP calls go to people who know them, workItem: CC-1 }
spec:
  actions:
    - ensure: { type: routing_skill, name: VIP }
      from: config
  tests:
    - name: the skill is there
      assert: ref("routing_skill", "VIP") != null

$ signalbox validate
story (3 environments, 1 document, 1 changeset): everything is fine.

$ signalbox build vip-skill
Built vip-skill-<digest>.artifact.json
digest <digest>

$ signalbox simulate vip-skill --env dev
vip-skill → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to create
  risk          low
  reach         nothing else
  cost          9 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_skill/VIP
  changesets/vip-skill.yaml:6
  + s1  create  routing_skill/VIP
      name  "VIP"
      it does not exist yet · reaches new interactions only

Taking it back (1 step): can be undone exactly
  check  Reading shows that one object is gone.

looked at type routing_skill
Plan: 1 to create.
decision <digest>

$ signalbox deploy vip-skill --env dev
! error SB6002: Nobody can be asked here, and --yes was not given; nothing was
!               written
!   next: Look at the plan first (signalbox simulate), then run the command again
!         with --yes.
[exit 4]

$ signalbox deploy vip-skill --env dev --yes
vip-skill → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to create
  risk          low
  reach         nothing else
  cost          9 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_skill/VIP
  changesets/vip-skill.yaml:6
  + s1  create  routing_skill/VIP
      name  "VIP"
      it does not exist yet · reaches new interactions only

Taking it back (1 step): can be undone exactly
  check  Reading shows that one object is gone.

looked at type routing_skill
Plan: 1 to create.
decision <digest>

Deployment of vip-skill to dev
  run       <run>
  artifact  <digest>
  started   <time> by dana
  finished  <time>

Steps (1)
  s1  applied  create  routing_skill/VIP
                       filled in by the platform: division

Tests (1)
  passed  the skill is there

Succeeded: The step is verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox simulate vip-skill --env dev --detailed-exitcode
vip-skill → dev
  organisation  dev (<id>)
  artifact      <digest>
  as of         <time>
  changes       nothing to change; 1 object already as it should be
  risk          low
  reach         nothing else

Action 1: ensure routing_skill/VIP
  changesets/vip-skill.yaml:6
  = s1  as is   routing_skill/VIP

looked at type routing_skill
Plan: nothing to change; 1 object already as it should be.
decision <digest>

$ signalbox promote vip-skill --to prod --yes
! error SB6006: vip-skill (artifact <digest>) has not succeeded in uat
!   next: Deploy the same artifact there first; promote carries only what has been
!         deployed and verified.
[exit 1]

$ signalbox promote vip-skill --to uat --yes
vip-skill → uat
  organisation  uat (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to create
  risk          low
  reach         nothing else
  cost          9 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_skill/VIP
  changesets/vip-skill.yaml:6
  + s1  create  routing_skill/VIP
      name  "VIP"
      it does not exist yet · reaches new interactions only

Taking it back (1 step): can be undone exactly
  check  Reading shows that one object is gone.

looked at type routing_skill
Plan: 1 to create.
decision <digest>

Deployment of vip-skill to uat
  run       <run>
  artifact  <digest>
  started   <time> by dana
  finished  <time>

Steps (1)
  s1  applied  create  routing_skill/VIP
                       filled in by the platform: division

Tests (1)
  passed  the skill is there

Succeeded: The step is verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox promote vip-skill --to prod --yes
vip-skill → prod
  organisation  prod (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to create
  risk          low
  reach         nothing else
  cost          9 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_skill/VIP
  changesets/vip-skill.yaml:6
  + s1  create  routing_skill/VIP
      name  "VIP"
      it does not exist yet · reaches new interactions only

Taking it back (1 step): can be undone exactly
  check  Reading shows that one object is gone.

looked at type routing_skill
Plan: 1 to create.
decision <digest>

Deployment of vip-skill to prod
  run       <run>
  artifact  <digest>
  started   <time> by dana
  finished  <time>

Steps (1)
  s1  applied  create  routing_skill/VIP
                       filled in by the platform: division

Tests (1)
  passed  the skill is there

Succeeded: The step is verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox history
run                       started (UTC)     in    state      changeset
<run>  <time>  prod  succeeded  vip-skill by dana
<run>  <time>  uat   succeeded  vip-skill by dana
<run>  <time>  dev   succeeded  vip-skill by dana

$ signalbox rollback $(signalbox history --env prod --format json | sed -n 's/.*"\(run_[0-9a-z]*\)".*/\1/p' | head -n 1) --yes
Rollback of vip-skill in prod
  organisation  prod (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to delete
  findings      1 note
  cost          2 requests, under a minute at 240 a minute
  undo          can be undone, but the object gets a new id

Delete (1)
  - s1  delete  routing_skill/VIP
      name      "VIP"
      division  auth_division/Home
      takes back: create routing_skill/VIP · reaches new interactions only · can
      be undone, but the object gets a new id

As it was approved with <run>
  check  Reading shows that one object is gone.

note SB1022: How far the search for users of a deleted object reached
  why:   Not looked into for users of what is deleted: routing_email_route (one
         request per parent).
  next:  Check by hand what was not looked into.

looked at routing_skill/VIP
Plan: 1 to delete.
decision <digest>

Rollback of vip-skill in prod
  run         <run>
  takes back  <run>
  artifact    <digest>
  started     <time> by dana
  finished    <time>

Steps (1)
  s1  applied  delete  routing_skill/VIP

Read back and compared with what was there before: 1 of 1 object equal.

note SB1022: How far the search for users of a deleted object reached
  why:   Not looked into for users of what is deleted: routing_email_route (one
         request per parent).
  next:  Check by hand what was not looked into.

Succeeded: The step is verified.
  <count> requests; details: signalbox show <run>
! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox simulate vip-skill --env prod --detailed-exitcode
vip-skill → prod
  organisation  prod (<id>)
  artifact      <digest>
  as of         <time>
  changes       1 to create
  risk          low
  reach         nothing else
  cost          9 requests, under a minute at 240 a minute
  undo          can be undone exactly

Action 1: ensure routing_skill/VIP
  changesets/vip-skill.yaml:6
  + s1  create  routing_skill/VIP
      name  "VIP"
      it does not exist yet · reaches new interactions only

Taking it back (1 step): can be undone exactly
  check  Reading shows that one object is gone.

looked at type routing_skill
Plan: 1 to create.
decision <digest>
[exit 2]
