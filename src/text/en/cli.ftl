# cli: what is said at the terminal
cli-ready =
    Mulin is running; Ctrl+C ends it.
      Draw  { $base }
      Wall  { $base }?view=wall
      Desk  { $base }?view=desk
      The planner's token is kept in { $token }
cli-ended = Mulin has ended; everything received is stored.
cli-store-not-s3 = This command reads folders; copy the bucket's designs/ into a folder first, and give that.
cli-bucket-unusable = The store { $store } cannot be used ({ $why }); set AWS_ENDPOINT, AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.
cli-bucket-unwritable = Nothing can be stored in { $path } ({ $why }); check the bucket's name, the keys and AWS_ENDPOINT.
cli-store-creates-once = { $store } refuses a second writer of one name, as it should.
cli-store-overwrites = Note: { $store } overwrites in silence. Designs are safe (one name has one content); let one Mulin alone write there.
cli-disk-overwrites = { $path } let a second writer of one name overwrite the first; put the store on a disk of this machine.
cli-token-hash-broken = { $path } says sha256: and no whole hash after it; remove the file, and a new token is made.
cli-token-forgotten = The token, shown for the last time: { $token }
    { $path } has only its hash now.
cli-token-forgotten-before = { $path } has only the hash of the token already; remove the file, and a new token is made.
cli-store-unknown = --store { $store } is not an address that is understood; write file:///folder.
cli-store-unwritable = Nothing can be stored in { $path } ({ $why }); choose a folder that can be written.
cli-token-too-short = The token in { $path } has fewer than { $fewest } characters; write a longer one, or remove the file and one is made.
cli-token-unreadable = The token in { $path } cannot be read ({ $why }); look at the file's permissions.
cli-token-unwritable = The token cannot be written to { $path } ({ $why }); choose another place with --token-file.
cli-project-unreadable = The project cannot be read: { $path } ({ $why }); look at the folder given with --project.
cli-no-app = There is no { $path } ({ $why }); run make build first, or correct --dist.
cli-cannot-listen = Cannot listen on { $address } ({ $why }); most likely it is in use: choose another port with --listen.
cli-no-threads = The system gave no threads to serve { $path } ({ $why }); close some programs and try again.
cli-demo-made = { $count ->
    [one] One design was invented and put into { $path }.
   *[other] { $count } designs were invented and put into { $path }.
 }
cli-demo-unwritable = Designs cannot be written to { $path } ({ $why }); choose a folder that can be written.
cli-unwritable = Nothing can be written to { $path } ({ $why }); choose another place with -o.
cli-public-rows = --csv and --geoparquet have a row for each thing with house and age, for the office; leave them out, or leave out --public.
cli-compress-failed = { $path } cannot be compressed ({ $why }); see whether the folder can be read and written.
cli-compressed = Compressed { $count } of { $of } files.
cli-store-unreadable = { $path } cannot be read ({ $why }); check where the store is.
cli-verify-no-name = { $path }: the name is not that of a design.
cli-verify-other-bytes = { $path }: the bytes are not those of the name; the file was damaged or changed.
cli-verify-no-design = { $path }: the bytes are not a design.
cli-verified = { $count ->
    [one] Looked at { $count } file
   *[other] Looked at { $count } files
}; { $unsound } unsound.
cli-import-one = This version imports one map at a time; give one file.
cli-import-unreadable = The map { $path } cannot be read ({ $why }); check its name and place.
cli-import-picture = The picture { $path } cannot lie underneath: { $why }
cli-import-picture-folder = A picture is part of a whole project; give a folder after -o, ending in /.
cli-import-no-picture = --picture-point says where a picture lies; give the picture with --picture.
cli-import-page-slow = This page takes long to draw. It is waited for { $seconds } s at most; Ctrl-C stops it.
cli-import-page-late = The page was not drawn within { $seconds } s. Wait longer with --picture-wait SECONDS, or open the PDF in a viewer, save the page as PNG or JPEG, and give that.
cli-imported = { $features } things, { $buildings } buildings among them, were written to { $path }.
cli-back-several = { $n } designs are in this file; give a folder after -o, ending in /, and each is written there.
cli-back = { $n ->
    [one] The design was written to { $path }.
   *[other] { $n } designs were written to { $path }.
}
cli-design-unreadable = The design { $path } cannot be read ({ $why }); check its name and place.
cli-check-finding = { $severity } ({ $things }): { $sentence }
cli-checked = { $count ->
    [one] { $count } finding. { $unchecked } further rules are not checked by this version.
   *[other] { $count } findings. { $unchecked } further rules are not checked by this version.
}
cli-design-unusable = { $path } cannot be used. { $why }
cli-design-of-other-project = Note: this design was drawn for “{ $drawn }”, not for “{ $project }”.
cli-export-no-sheet = --scale and --cut-out are for printed sheets (pdf), --paper for sheets and pictures (pdf, png); leave them out.
cli-export-scale = A plan at 1:{ $scale } cannot be drawn; use 1:{ $least } to 1:{ $most }, such as --scale 200.
cli-export-paper = There is no paper '{ $paper }'; use A4, A3, A2, A1 or A0.
cli-exported = Written to { $path }.
cli-tallied = { $received ->
    [one] One design
   *[other] { $received } designs
} received, { $aside } set aside; written to { $path }.
cli-check-design = { $path }:
rules-table-title = # The rules and their numbers
rules-table-intro =
    This page is printed by `mulin rules` from the data that the rules ask (`src/rules/profiles/*.json`); a test
    holds it to that. Severities: must (a binding clause), should (a recommendation), local (another city's guide),
    practice (good practice, or assumed by us), info. *Verified* means that the clause's words or figure were read in
    a public copy, named by its mark in [sources.md](sources.md); before a drawing is built from, they are to be held
    against the book. Everything else is to be confirmed, and the program says so at each finding. A project
    chooses a profile and may set numbers of its own (`rules` in `project.json`); such a number is not verified.
rules-table-head =
    | rule | what, and its name | number | severity | clause | source | verified |
    |---|---|---|---|---|---|---|
rules-table-plain = plain sense, no number
rules-table-verified = read in a copy
rules-table-own = no clause
rules-table-unverified = to be confirmed
rules-table-same = As the national profile.
rules-table-why = { "" } (*{ $why }*)
rules-table-not = not asked by a rule by itself
rules-table-not-wires = not checked: overhead lines are not on the map
rules-table-not-slopes = not checked: slopes are not on the map
rules-table-not-seats = not checked: the catalogue counts seats and does not lay them out
cli-quarantined = { $file }: put aside. { $why }
cli-collected = Received { $received } = accepted { $accepted } + superseded { $superseded } + quarantined { $quarantined }. Copies of these: { $copies }; files still being written, left out: { $unfinished }. Kept in { $path }.
keys-made = The secret key is kept in { $path }: keep it, and a copy in another place; nobody can make it again.
    The public key, for the project: { $key }
keys-no-chance = The system gave no random numbers ({ $why }); try again.
keys-not-a-key = { $key } is not a public key; it begins with mulin-key-1: and is copied whole from “mulin keys new”.
keys-known = This key is in the project already; { $holder } need not be entered again.
keys-too-many = A project has at most { $most } planners' keys; take one out of project.json first.
keys-entered = { $holder } is entered; the project has { $count } planners' keys. Now { $holder } runs “mulin keys rehearse”.
keys-not-entered = The key in { $path } is not one of the project's; enter it first with “mulin keys enter”.
keys-wrong-envelope = The envelope of { $holder } is not the one that was made for this key; take the key out of project.json and enter it again.
keys-rehearsed = { $holder } has opened the envelope: this key works.
keys-no-contact = This design has no contact details.
keys-broken-project = “contacts” in project.json cannot be read ({ $why }); mend it or take it out.
keys-not-asked = This round asks for no contact details: the project has no planners' keys.
keys-ready = All { $count } planners have opened their envelopes: the round may ask for contact details.
keys-too-few = The project has { $count } planner's key and needs { $fewest }, so that a lost one loses nothing; make another with “mulin keys new”.
keys-not-rehearsed = The round cannot open yet: { $holders } must first open the envelope with “mulin keys rehearse”.
keys-unwritable = Nothing can be written to { $path } ({ $why }); choose a new file in a folder that can be written.
keys-unreadable = The key file { $path } cannot be read ({ $why }); check its name and place.
keys-no-secret = { $path } has no secret key; give the file that “mulin keys new” wrote.
cli-bandwidth = A bandwidth of { $metres } m cannot be used; give --bandwidth between 0.5 and 500.
cli-composed = { $title }: { $things ->
    [one] one thing
   *[other] { $things } things
}, { $cost } yuan, agreement { $support } % ({ $better ->
    [yes] more than with any of the { $singles } single designs measured, the best of which has { $best } %
   *[other] not more than with the best single design, { $best } %, which breaks { $breaks } must-rules
}); written to { $path }.
cli-withdrawn = Withdrawn by their authors: { $count }. Designs deleted by that or by the planner, and counted no more: { $designs }.
cli-contacts-deleted = Contact details were kept until { $until } and are deleted now, from { $count } designs. Delete the folders that they came from too.
cli-contacts-kept = Designs with contact details, all sealed: { $count }; kept until { $until }. Give --project so that they are deleted after that day.
forget-not-a-code = { $code } is no receipt code, or one of its characters was mistyped; compare it with the receipt.
forget-not-here = No design here has the receipt code { $code }; check it, or name another store.
forget-done = Designs deleted, with all their versions: { $count }. Copies of them are not collected again.
keys-not-a-day = { $day } is no day; write it like 2027-03-31.
keys-until = Contact details are kept until { $day }; after that “mulin collect --project” deletes them.
cli-few-descriptors = The system allows { $there } open files, so { $connections } connections are served at a time and others wait; for more, set “ulimit -n { $wished }”.
cli-reader-token-same = { $path } holds the planner's own token, so whoever reads could answer as well. Name another file, or delete this one and a new token is made.
cli-export-no-grid = Only a drawing for CAD (--to dxf) has a grid. Leave --grid out.
