/** The commented file of one environment; the organisation's id has to be filled in. */
export function environmentFile(name: string, isProtected: boolean): string {
  const prefix = name.toUpperCase();
  return `# The environment ${name}: one Genesys Cloud organisation and its rules.
apiVersion: signalbox/v1
kind: Environment
metadata:
  name: ${name}

organisation:
  # The id from Admin > Organization settings. Any other organisation is refused.
  id: 00000000-0000-0000-0000-000000000000
  # The region's domain or AWS name.
  region: mypurecloud.com

# Stricter rules apply to protected environments.
protected: ${String(isProtected)}

connection:
  credentials:
    # References, never values. exec: runs the command of any secret manager, file: reads a file; both give JSON
    # with clientId and clientSecret. env:X reads X_CLIENT_ID and X_CLIENT_SECRET.
    # Reading and writing use two OAuth clients (client credentials grant): simulate, export and drift never load
    # the one that can write.
    read: ${isProtected ? `file:.signalbox/${name}-read.json` : `env:${prefix}_READ`}
    write: ${isProtected ? `file:.signalbox/${name}-write.json` : `env:${prefix}_WRITE`}

# What expressions see as env.values.
values: {}

# What addresses stand for in this environment, for example users of another e-mail domain.
mappings: []
#  - { from: "user/*@dev.example.com", to: "user/*@example.com" }

# Plain values that are others here, such as addresses of web services.
valueMappings: []
#  - { type: integration_action, from: "https://dev.example.com/*", to: "https://example.com/*" }

# Differences that are meant, each with somebody who answers for it until a day.
exceptions: []
#  - { resource: routing_queue/Billing, field: acwSettings, reason: pilot, owner: dana@example.com, expires: 2030-12-31 }

# How far one change may go here.
limits:
  maxObjects: 500
  maxDeletes: 10

# When a step fails for good: compensate takes back what was done, hold leaves it for a person.
onFailure: compensate

# When deployments may run and in which waves (docs/gates.md), and what must hold after each (docs/tests.md).
# timeZone: Europe/Dublin
# windows: [{ name: nights, days: [mon, tue, wed, thu], from: "20:00", to: "06:00" }]
# waves: { sizes: [10%, 50%], pauseMinutes: 15 }
# tests: []
`;
}
