# One change of files becomes a changeset, a plan and a deployment

& MAKE dev routing_queue {"name":"Billing","acwSettings":{"wrapupPrompt":"MANDATORY_TIMEOUT","timeoutMs":15000}}
& MAKE dev routing_wrapupcode {"name":"Old: escalated"}
& MAKE dev routing_wrapupcode {"name":"Unused #2"}

-- .gitignore --
.signalbox/
*.artifact.json
*.provenance.json

-- config/routing/billing.yaml --
apiVersion: signalbox/v1
kind: Resource
type: routing_queue
name: Billing
spec:
  acwSettings: { wrapupPrompt: MANDATORY_TIMEOUT, timeoutMs: 15000 }

-- config/routing/escalated.yaml --
apiVersion: signalbox/v1
kind: Resource
type: routing_wrapupcode
name: "Old: escalated"

-- config/routing/unused.yaml --
apiVersion: signalbox/v1
kind: Resource
type: routing_wrapupcode
name: "Unused #2"

$ git init --quiet && git config user.name Dana && git config user.email dana@example.com && git add . && git commit --quiet -m "What we have"

-- config/routing/billing.yaml --
apiVersion: signalbox/v1
kind: Resource
type: routing_queue
name: Billing
spec:
  acwSettings: { wrapupPrompt: MANDATORY_TIMEOUT, timeoutMs: 45000 }

-- config/routing/escalated.yaml --
apiVersion: signalbox/v1
kind: Resource
type: routing_wrapupcode
name: Escalated

--
$ git rm --quiet config/routing/unused.yaml && git commit --quiet --all -m "Billing needs longer wrap-up"

$ signalbox build --from HEAD~1
! error SB2058: Nothing says the work item of this change: no flag, pull request
!               or commit.
!   missing: workItem
!   next: Give --owner, --reason or --work-item, or a line such as "Work-Item:
!         CC-1423" in the pull request or a commit; changes.require in
!         signalbox.yaml says what must be there.
[exit 1]

$ git commit --quiet --amend -m "Billing needs longer wrap-up" -m "Work-Item: CC-1423" && signalbox build --from HEAD~1 --save changesets/cc-1423.yaml
3 actions from what changed between <commit> and <commit>:

  delete   routing_wrapupcode/Unused #2
           config/routing/unused.yaml was deleted
  rename   routing_wrapupcode/Old: escalated to "Escalated"
           name in config/routing/escalated.yaml (same file)
  ensure   routing_queue/Billing
           config/routing/billing.yaml: acwSettings.timeoutMs

Built cc-1423-<digest>.artifact.json
digest <digest>
Saved changesets/cc-1423.yaml

$ cat changesets/cc-1423.yaml
# Made by signalbox build --from: what changed in config/ between <commit>
# and <commit>. The comments say what each action comes from.

apiVersion: signalbox/v1
kind: Changeset
metadata:
  name: cc-1423
  owner: dana@example.com
  reason: Billing needs longer wrap-up
  workItem: CC-1423
  lane: normal
spec:
  actions:
    # config/routing/unused.yaml was deleted
    - delete: { type: routing_wrapupcode, name: "Unused #2" }
    # name in config/routing/escalated.yaml (same file)
    - rename: { type: routing_wrapupcode, name: "Old: escalated", to: Escalated }
    # config/routing/billing.yaml: acwSettings.timeoutMs
    - ensure: { type: routing_queue, name: Billing }
      from: config

$ signalbox simulate cc-1423-*.artifact.json --env dev | grep "^  changes "
  changes       1 to update, 1 to rename, 1 to delete

-- changesets/longer-wrap-up.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata:
  name: longer-wrap-up
  owner: dana@example.com
  reason: Billing needs longer wrap-up
  workItem: CC-1423
spec:
  actions:
    - delete: { type: routing_wrapupcode, name: "Unused #2" }
    - rename: { type: routing_wrapupcode, name: "Old: escalated", to: Escalated }
    - ensure: { type: routing_queue, name: Billing }
      set: { acwSettings: { timeoutMs: 45000 } }

--
$ signalbox simulate longer-wrap-up --env dev | grep "^  changes "
  changes       1 to update, 1 to rename, 1 to delete

$ signalbox deploy cc-1423-*.artifact.json --env dev --yes 2>&1 | grep Succeeded
Succeeded: All 3 steps are verified.

$ signalbox build --from HEAD
Nothing between <commit> and <commit> changes an object; no artifact was written.

$ signalbox build --from release-7
! error SB2051: Git knows no revision release-7 here.
!   next: Name a commit, branch or tag that git rev-parse knows here; fetch it
!         first where it is on a server only.
[exit 1]
$ signalbox build --from HEAD~1 --save changesets/longer-wrap-up.yaml
! error SB6031: changesets/longer-wrap-up.yaml is there already
!   next: Choose another name, or delete the file first: what somebody wrote is
!         not replaced.
[exit 1]

$ signalbox build longer-wrap-up --work-item CC-1424
! error SB6030: --work-item belongs to --from: a changeset file says it itself
!   next: Build a changeset by its name, or what changed since a revision with
!         --from; build --help shows both.
[exit 1]

$ signalbox build longer-wrap-up --from HEAD~1
! error SB6030: --from makes the changeset itself: leave longer-wrap-up out, or
!               --from
!   next: Build a changeset by its name, or what changed since a revision with
!         --from; build --help shows both.
[exit 1]

$ signalbox build --from HEAD~1 --format json | grep -v "Path\|path\|\"from\"\|\"to\": \"[0-9a-f]\|digest\|\"name\": \"cc"
{
  "apiVersion": "signalbox/v1",
  "kind": "Build",
  "changes": [
    {
      "kind": "delete",
      "address": "routing_wrapupcode/Unused #2",
      "why": "config/routing/unused.yaml was deleted"
    },
    {
      "kind": "rename",
      "address": "routing_wrapupcode/Old: escalated",
      "to": "Escalated",
      "why": "name in config/routing/escalated.yaml (same file)"
    },
    {
      "kind": "ensure",
      "address": "routing_queue/Billing",
      "why": "config/routing/billing.yaml: acwSettings.timeoutMs"
    }
  ],
  "diagnostics": []
}

-- config/routing/escalated.yaml --
apiVersion: signalbox/v1
kind: Resource
type: routing_wrapupcode
name: Escalated twice

--
$ signalbox build --from HEAD --work-item CC-1425
warning SB2057: Not committed, and so no part of the change:
                config/routing/escalated.yaml
  why:   Files that are not committed are no part of the change.
  next:  Commit them, or give --to . for the files as they are.

Nothing between <commit> and <commit> changes an object; no artifact was written.

$ signalbox build --from HEAD --to . --work-item CC-1425
! error SB2058: Nothing says the owner, reason of this change: no flag, pull
!               request or commit.
!   next: Give --owner, --reason or --work-item, or a line such as "Work-Item:
!         CC-1423" in the pull request or a commit; changes.require in
!         signalbox.yaml says what must be there.
[exit 1]

$ signalbox build --from HEAD --to . --work-item CC-1425 --owner dana --reason "a second look"
1 action from what changed between <commit> and work tree:

  rename   routing_wrapupcode/Escalated to "Escalated twice"
           name in config/routing/escalated.yaml (same file)

Built cc-1425-<digest>.artifact.json
digest <digest>

$ signalbox simulate cc-1425-*.artifact.json --env dev | grep -A2 SB1103
warning SB1103: The artifact was built from files that are not committed
  why:   Files of the project differed from commit <commit> when it was
         built.
