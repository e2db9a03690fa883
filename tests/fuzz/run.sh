#!/bin/sh
# Feeds every reader with whatever a fuzzer thinks of, one after the other: `make fuzz` (SECONDS_EACH=60, TARGETS="osm design").
# Needs cargo-fuzz. A file that breaks something is kept in tests/fuzz/artifacts/.
set -eu
cd "$(dirname "$0")/../.."
# cargo-fuzz asks the compiler for its sanitizers, which only a nightly gives by itself. Where there is none, the
# compiler of this project is told to give them: what is fuzzed is then what is shipped, built by the same compiler.
export RUSTC_BOOTSTRAP=1
seconds=${SECONDS_EACH:-60}
targets=${TARGETS:-$(cargo fuzz list --fuzz-dir tests/fuzz)}
seeds() { # What a reader begins with: small files that are sound.
  dir=tests/fuzz/corpus/$1
  mkdir -p "$dir"
  case $1 in
    survey_dxf) head -c 30000 tests/fixtures/floorplan.dxf > "$dir/seed" ;;
    osm) head -n 300 tests/fixtures/kirchberg.osm > "$dir/seed" ;;
    estate_geojson) { head -n 12 public/beimen/estate.geojson | sed '$ s/,$//'; echo ']}'; } > "$dir/seed" ;;
    project) cp public/beimen/project.json "$dir/seed" ;;
    design) cp tests/fixtures/designs/*.json "$dir/" ;;
    project_zip | designs_zip) echo 'UEsDBBQAAAAAAAAAIQBD5qSaCgAAAAoAAAAOAAAAYS9wcm9qZWN0Lmpzb257ImlkIjoiYSJ9UEsDBBQAAAAIAAAAIQAZbmQUFAAAAIcAAAALAAAAYS9lLmdlb2pzb26rVkpLTSwpLUotVrKKjq2tHiAuAFBLAQIUAxQAAAAAAAAAIQBD5qSaCgAAAAoAAAAOAAAAAAAAAAAAAACAAQAAAABhL3Byb2plY3QuanNvblBLAQIUAxQAAAAIAAAAIQAZbmQUFAAAAIcAAAALAAAAAAAAAAAAAACAATYAAABhL2UuZ2VvanNvblBLBQYAAAAAAgACAHUAAABzAAAAAAA=' | base64 -d > "$dir/seed" ;;
    picture_head) head -c 3000 docs/drawing.png > "$dir/seed" ;;
    pdf_page)
      cp tests/fixtures/packed.pdf tests/fixtures/locked.pdf "$dir/"
      printf '%%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/Rotate 90/UserUnit 2/MediaBox[0 0 9 3000]/CropBox[1 0 5 3000]/Contents 4 0 R>>endobj\n4 0 obj<</Length 42>>stream\n[3 2] 0 d 1 0 m 2 99 l S 1 1 4 4 re f q Q \nendstream endobj\ntrailer<</Root 1 0 R>>\n%%%%EOF' > "$dir/seed" ;;
    overpass) echo '{"elements":[{"type":"node","id":1,"lat":48.1,"lon":10.1,"tags":{"natural":"tree"}},{"type":"way","id":4,"nodes":[1,1],"geometry":[{"lat":48.1,"lon":10.1}],"tags":{"building":"yes"}},{"type":"relation","id":5,"members":[{"type":"way","ref":4,"role":"outer"}],"tags":{"type":"multipolygon","landuse":"grass"}}]}' > "$dir/seed" ;;
    layer_table) echo '{"schema":"mulin.layers/1","unit":"m","crs":"EPSG:4548","close":0.3,"layers":{"JMD":"building-dwelling","DLSS":"road-path edges"},"blocks":{"TREE2":"tree"},"codes":{"141500":"building-shed"}}' > "$dir/seed" ;;
    own_kind) echo '{"id":"kiosk","names":{"en":"Kiosk"},"size":[3,2.4],"width":{"min":2,"max":6},"price":{"unit":"each","yuan":5},"gain":{"seats":6},"clearances":[{"from":"house","metres":5}],"drawing":{"parts":[{"part":"boards","material":"timber"},{"part":"label","text":"A"},{"part":"paths","paths":[{"fill":"ink","d":"M0 0L.1 .1Z"}]}]}}' > "$dir/seed" ;;
    kind_svg) echo '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0L5 5C1 2 3 4 5 6Z" fill="#f00"/><circle cx="3" cy="3" r="2" stroke="#000"/></svg>' > "$dir/seed" ;;
    reply) echo '{"schema":"mulin.reply/1","receipt":"A","placements":{"p1":{"answer":"adopted","reason":{"en":"yes"},"works":"planned"}}}' > "$dir/seed" ;;
    design_back) echo '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"mulin:thing":"{}"},"geometry":{"type":"Point","coordinates":[1,2]}}]}' > "$dir/seed" ;;
  esac
}
# What draws the page of a PDF is bounded by the program, so the program draws it.
program() {
  if [ -z "${MULIN:-}" ]; then
    nice cargo build --locked --release --features cli,tools --bin mulin
    MULIN=${CARGO_TARGET_DIR:-$PWD/target}/release/mulin
  fi
  export MULIN
}
broken=0
for target in $targets; do
  seeds "$target"
  [ "$target" != pdf_page ] || program
  echo "── $target, $seconds s"
  # 256 MB and 3 s are the promise; what the sanitizer itself needs is counted in them. By itself it holds back 256 MB
  # that were given free, to find late uses of them: a reader that often takes 4 MB seemed to need them all.
  ASAN_OPTIONS=quarantine_size_mb=16 nice cargo fuzz run --fuzz-dir tests/fuzz --target-dir "${CARGO_TARGET_DIR:-target}/fuzz" "$target" -- \
    -max_total_time="$seconds" -rss_limit_mb=256 -timeout=3 -print_final_stats=1 2>&1 | grep -E '^stat::(number|peak)|ERROR|SUMMARY|panicked|Test unit written' || true
  for file in tests/fuzz/artifacts/"$target"/*; do
    if [ -e "$file" ]; then echo "BROKEN: $file"; broken=1; fi
  done
done
exit $broken
