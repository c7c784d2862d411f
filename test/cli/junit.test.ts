import { equal, match } from "node:assert/strict";
import { renderJunit } from "../../cli/src/output/junit.ts";

describe("JUnit output", () => {
  const passed = { className: "a.lk", file: "a.lk", line: 3, seconds: 0, failure: undefined, error: undefined };

  it("counts cases, failures and errors per suite and in all", () => {
    const text = renderJunit([
      {
        name: "a.lk",
        cases: [
          { ...passed, name: "one" },
          { ...passed, name: "two", failure: { message: "no", details: "because" } },
          { ...passed, name: "three", error: { message: "broken", details: "" } },
        ],
      },
      { name: "b.lk", cases: [] },
    ]);
    match(text, /<testsuites name="lkcluster" tests="3" failures="1" errors="1"/);
    match(text, /<testsuite name="b.lk" tests="0" failures="0"/);
    match(text, /<failure message="no">because<\/failure>/);
    match(text, /<error message="broken"><\/error>/);
  });

  it("keeps what XML would read, breaks lines in attributes and drops what it forbids", () => {
    const text = renderJunit([{ name: 'a"<&>\n\u0007\ud800本番', cases: [] }]);
    equal(
      text.split("\n")[2]?.slice(0, 70),
      '  <testsuite name="a&quot;&lt;&amp;&gt;&#10;\ufffd\ufffd本番" tests="0" failures="',
    );
  });
});
