/** A first changeset that is valid as it is and harmless. */
export const changesetFile = `# A changeset is the reviewed unit of change. What it says holds for every environment it is promoted to.
apiVersion: signalbox/v1
kind: Changeset
metadata:
  name: first-skill
  owner: you@example.com
  reason: Try Signalbox with something harmless
  workItem: TRY-1
  lane: normal
spec:
  actions:
    # Creates the skill, or leaves it as it is when it exists.
    - ensure: { type: routing_skill, name: Signalbox trial }
  # Asked of the organisation after the steps; when one fails, everything is taken back.
  tests:
    - name: the skill is there
      assert: 'resources("routing_skill").exists(s, s.name == "Signalbox trial")'
`;
