# Tests after a deployment: where a call would go, an address, a program with a time limit

-- config/flow.yaml --
apiVersion: signalbox/v1
kind: Resource
type: flow
flowType: inboundcall
name: Main line
spec:
  content: { file: flows/main.yaml }

-- flows/main.yaml --
inboundCall:
  name: Main line
  defaultLanguage: en-us
  startUpRef: /inboundCall/tasks/task[Start_1]
  supportedLanguages:
    en-us: { defaultLanguageSkill: { noValue: true }, textToSpeech: { defaultEngine: { voice: Jill } } }
  tasks:
    - task:
        name: Start
        refId: Start_1
        actions:
          - transferToAcd:
              name: To VIP
              targetQueue: { lit: { name: VIP } }

-- config/hours.yaml --
apiVersion: signalbox/v1
kind: Resource
type: architect_schedules
name: Office hours
spec: { start: "2026-01-05T08:00:00.000", end: "2026-01-05T18:00:00.000", rrule: "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" }

-- config/group.yaml --
apiVersion: signalbox/v1
kind: Resource
type: architect_schedulegroups
name: Main line
spec: { timeZone: Europe/Brussels, openSchedules: [{ $ref: architect_schedules/Office hours }] }

-- config/route.yaml --
apiVersion: signalbox/v1
kind: Resource
type: architect_ivr
name: Main line
spec:
  dnis: ["+3226200000"]
  openHoursFlow: { $ref: flow/inboundcall/Main line }
  scheduleGroup: { $ref: architect_schedulegroups/Main line }

-- changesets/line.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: line, owner: dana@example.com, reason: a line for VIPs, workItem: CC-8 }
spec:
  inputs:
    queue: { type: string, default: VIP }
  actions:
    - ensure: { type: routing_queue, name: VIP }
    - ensure: { type: flow, flowType: inboundcall, name: Main line }
      from: config
    - ensure: { type: architect_schedules, name: Office hours }
      from: config
    - ensure: { type: architect_schedulegroups, name: Main line }
      from: config
    - ensure: { type: architect_ivr, name: Main line }
      from: config
  tests:
    - name: by day callers reach their queue
      route: { number: "+32 2 620 00 00", at: "2026-02-02T09:00:00Z", expect: route.queue == inputs.queue }
    - name: at night they do not
      assert: route("+3226200000", "2026-02-02T23:00:00Z").state == "closed"
    - name: the checker knows what was deployed
      command: { run: [sh, -c, 'read facts; echo "$facts" | grep -q \"changeset\":\"line\"'] }

$ signalbox validate
story (3 environments, 4 documents, 1 changeset): everything is fine.

$ signalbox deploy line --env dev --yes --input queue=Claims | sed -n '/^Tests (/,/^$/p'
Tests (3)
  failed  by day callers reach their queue    route.queue == inputs.queue is
                                              false; the call goes:
  passed  at night they do not
  passed  the checker knows what was
          deployed
  by day callers reach their queue:
    Call route Main line: Main line is open (schedule Office hours).
    Flow inboundcall/Main line.
    Task Start of inboundcall/Main line.
    To VIP of inboundcall/Main line: queue VIP.

! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

$ signalbox deploy line --env dev --yes | sed -n '/^Tests (/,/^$/p'
Tests (3)
  passed  by day callers reach their queue
  passed  at night they do not
  passed  the checker knows what was deployed

! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.

-- changesets/probes.yaml --
apiVersion: signalbox/v1
kind: Changeset
metadata: { name: probes, owner: dana@example.com, reason: to see probes fail, workItem: CC-9 }
spec:
  actions:
    - ensure: { type: routing_skill, name: VIP }
  tests:
    - name: the page is there
      http: { url: "http://127.0.0.1:65533/health?key=hush", headers: { authorization: { secret: "file:token.txt" } } }
      retry: { times: 2, everySeconds: 0.1 }
    - name: a checker that never ends
      command: { run: [sh, -c, 'echo waiting; sleep 60'] }
      timeoutSeconds: 1
    - name: a checker that says why
      command: { run: [sh, -c, 'echo refused with $TOKEN; exit 4'], env: { TOKEN: { secret: "file:token.txt" } } }

$ printf 'very-hush\n' > token.txt

$ signalbox simulate probes --env dev | sed -n '/^Tests after/,/^$/p'
Tests after it that call something (3)
  the page is there          GET <simulator>/health?key=hush
  a checker that never ends  sh -c echo waiting; sleep 60
  a checker that says why    sh -c echo refused with $TOKEN; exit 4

$ signalbox deploy probes --env dev --yes | sed -n '/^Tests (/,/^$/p'
Tests (3)
  error   the page is there, tried 3 times  <simulator> can not be
                                            asked (ECONNREFUSED)
  failed  a checker that never ends         it took longer than <duration> and was
                                            ended
  failed  a checker that says why           it ended with exit code 4
  a checker that never ends:
    its output ends with:
    waiting
  a checker that says why:
    its output ends with:
    refused with [secret]

! Without a server, gates and approvals are a record of discipline, not
! protection: whoever holds the write credential can do the same without them.
