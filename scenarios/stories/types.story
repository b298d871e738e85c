# What is known of resource types, and what a wrong name is answered with

$ signalbox types --area routing
...
routing
...

$ signalbox types routing_skill
routing_skill: skill

area         routing
level        A: all behaviours are proven here
mode         manage: kept in full
travels      portable: by its name
export       yes
create       yes
update       yes
delete       yes
rename       no: its name is fixed once it exists
undo delete  with a new id
versioned    no: the last write wins
reaches      new interactions only
key          name (case does not count)
fields       division
needs        name
fixed        name
to view      routing:skill:view
to add       routing:skill:manage
to edit      routing:skill:update
to delete    routing:skill:manage

references
  division → auth_division

$ signalbox types routing_skil
! error SB6001: "routing_skil" is no resource type
!   next: Did you mean "routing_skill"? signalbox types lists every type with its
!         area.
[exit 1]

$ signalbox types --area rooting
! error SB6001: "rooting" is no area
!   next: Did you mean "routing"? signalbox types lists every type with its area.
[exit 1]

$ signalbox types --level D
! error SB6001: option '--level <level>' argument 'D' is invalid. Allowed choices
!               are A, B, C.
!   next: Run the command with --help to see what it takes.
[exit 1]

$ signalbox types routing_queue_members --format json | head -n 22
{
  "apiVersion": "signalbox/v1",
  "kind": "ResourceTypes",
  "types": [
    {
      "type": "routing_queue_members",
      "noun": "members of a queue",
      "area": "routing",
      "level": "A",
      "defaultMode": "observe",
      "portability": "portable",
      "shape": {
        "kind": "facet",
        "parentType": "routing_queue",
        "parentField": "queue"
      },
      "key": {
        "fields": [
          "queue"
        ],
        "compare": "insensitive",
        "unique": true
