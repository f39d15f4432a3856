"""git, SQL shells, shells, shellcheck, curl, tar, terraform, kubectl and docker without a server."""
from red import case, put


def repository(folder):
    put(folder, "make.sh", '''set -e
git init -q -b main .
mkdir -p src docs
for n in $(seq 1 260); do printf 'line one\\nline two\\nline three of %s\\n' $n > src/part_$n.txt; done
echo 'price = 3' > src/price.txt
git add -A; git commit -qm 'All parts'
git checkout -q -b feature
for n in $(seq 1 160); do echo "more of $n" >> src/part_$n.txt; done
echo 'price = 5' > src/price.txt
git commit -qam 'Raise the price'
git checkout -q main
echo 'price = 4' > src/price.txt
for n in $(seq 161 240); do echo "other of $n" >> src/part_$n.txt; done
git commit -qam 'Lower the price'
''')


def git(name, command, expect, files=None):
    case(name, repository, "sh make.sh; " + command, expect, files)


git("git/merge-conflict", "git merge --no-edit feature; git status --short | head -170; git diff --stat HEAD | tail -170", [
    "CONFLICT (content): Merge conflict in src/price.txt", "Automatic merge failed; fix conflicts and then commit the result.", "UU src/price.txt"])
git("git/rebase-conflict", "git log --stat -1 | cat; git checkout -q feature; git rebase main; git status", [
    "CONFLICT (content): Merge conflict in src/price.txt", "error: could not apply", "Raise the price", "both modified:   src/price.txt"])
git("git/cherry-pick", "git log --stat -1 feature | cat; git cherry-pick feature", ["CONFLICT (content): Merge conflict in src/price.txt", "error: could not apply"])
git("git/apply-fails", "git diff main feature > up.patch; sed -i 's/price = 4/price = 9/' up.patch; git apply --verbose up.patch", [
    "error: patch failed: src/price.txt:1", "error: src/price.txt: patch does not apply"])
git("git/push-rejected", "git clone -q --bare . ../bare.$$; git checkout -q main; git reset -q --hard HEAD~1; echo x > x; git add x; git commit -qm x; git log --stat | cat; git push ../bare.$$ main; rm -rf ../bare.$$", [
    "! [rejected]        main -> main (non-fast-forward)", "error: failed to push some refs to"])
git("git/pathspec", "git log --stat | cat; git checkout relase-2.1", ["error: pathspec 'relase-2.1' did not match any file(s) known to git"])
git("git/dirty-checkout", "git log --stat -1 | cat; for n in $(seq 1 160); do echo dirty >> src/part_$n.txt; done; git checkout feature", [
    "error: Your local changes to the following files would be overwritten by checkout:", "src/part_1.txt", "Aborting"])
git("git/hook-fails", "printf '#!/bin/sh\\nfor n in $(seq 1 230); do echo \"check $n: ok\"; done\\necho \"check 231: trailing space in src/price.txt:1\"\\necho \"pre-commit: 1 check failed\"\\nexit 1\\n' > .git/hooks/pre-commit; chmod +x .git/hooks/pre-commit; echo 'price = 7 ' > src/price.txt; git status -v | cat; git commit -am 'Price'", [
    "check 231: trailing space in src/price.txt:1", "pre-commit: 1 check failed"])
git("git/fsck", "for f in $(find .git/objects -type f | sort | head -1); do chmod u+w $f; echo broken > $f; done; git ls-files -s | cat; git fsck --full", [
    "error: inflate: data stream error", "error: unable to unpack header of"])


def sql(folder):
    put(folder, "fill.sql", "create table orders(id integer primary key, customer text not null, cents integer check (cents >= 0));\n" + "".join(
        f"insert into orders values({n}, 'customer {n}', {n * 7});\nselect 'inserted order', {n};\n" for n in range(1, 160)))


def sqlite(name, source, expect):
    case(name, sql, "sqlite3 shop.db < fill.sql; sqlite3 -echo shop.db < change.sql", expect, {"change.sql": "select count(*) from orders;\n" + source})


sqlite("sqlite/no-column", "select id, custmer from orders;\n", ["Parse error near line 2: no such column: custmer"])
sqlite("sqlite/constraint", "insert into orders values(500, null, 3);\ninsert into orders values(501, 'x', -3);\n", [
    "Runtime error near line 2: NOT NULL constraint failed: orders.customer", "Runtime error near line 3: CHECK constraint failed: cents >= 0"])
sqlite("sqlite/unique", "insert into orders values(7, 'again', 1);\n", ["Runtime error near line 2: UNIQUE constraint failed: orders.id"])
sqlite("sqlite/syntax", "selct * from orders;\n", ['Parse error near line 2: near "selct": syntax error'])
sqlite("sqlite/no-table", "select * from invoices;\nselect 1;\n", ["Parse error near line 2: no such table: invoices"])
PSQL = ("d=$(mktemp -d /tmp/red-pg-XXXX); chown postgres $d; B=$(ls -d /usr/lib/postgresql/*/bin | tail -1); "
        "su postgres -c \"$B/initdb -D $d/db >/dev/null; $B/pg_ctl -w -D $d/db -o '-k $d -h \\\"\\\"' -l $d/log start >/dev/null\"; "
        "psql -h $d -U postgres -q -f fill.sql; psql -h $d -U postgres -a -f change.sql; r=$?; "
        "su postgres -c \"$B/pg_ctl -D $d/db -m immediate stop >/dev/null\"; rm -rf $d; exit $r")


def psql(name, source, expect):
    case(name, sql, PSQL, expect, {"change.sql": "select count(*) from orders;\n" + source})


psql("psql/no-column", "select id,\n       custmer\n  from orders;\n", ["psql:change.sql:4: ERROR:  column \"custmer\" does not exist", "HINT:  Perhaps you meant to reference the column \"orders.customer\".", "LINE 2:        custmer"])
psql("psql/duplicate-key", "insert into orders values(7, 'again', 1);\n", ["psql:change.sql:2: ERROR:  duplicate key value violates unique constraint \"orders_pkey\"", "DETAIL:  Key (id)=(7) already exists."])
psql("psql/check", "update orders set cents = cents - 300;\n", ["ERROR:  new row for relation \"orders\" violates check constraint \"orders_cents_check\"", "DETAIL:  Failing row contains (1, customer 1, -293)."])
psql("psql/aborted-transaction", "begin;\nselect 1/0;\nselect 2;\ncommit;\n", ["psql:change.sql:3: ERROR:  division by zero", "psql:change.sql:4: ERROR:  current transaction is aborted, commands ignored until end of transaction block"])
psql("psql/type", "insert into orders values('x7', 'a', 1);\n", ["ERROR:  invalid input syntax for type integer: \"x7\"", "LINE 1: insert into orders values('x7', 'a', 1);"])
psql("psql/syntax", "create table x(\n  a int,\n  b int,\n);\n", ["psql:change.sql:5: ERROR:  syntax error at or near \")\""])


def shell(folder):
    put(folder, "lib.sh", "step() { for n in $(seq 1 \"$2\"); do echo \"[$1] $n of $2 done, 0 errors\"; done; }\n")


def bash(name, source, expect, command="bash deploy.sh"):
    case(name, shell, command, expect, {"deploy.sh": ". ./lib.sh\n" + source})


bash("bash/command-not-found", "step copy 80\nkubctl apply -f x.yaml\nstep check 60\n", ["deploy.sh: line 3: kubctl: command not found"])
bash("bash/unbound", "set -u\nstep copy 120\necho \"to $TARGET_HOST\"\n", ["deploy.sh: line 4: TARGET_HOST: unbound variable"])
bash("bash/permission", "step copy 80\n./lib.sh\nstep check 60\n", ["./lib.sh: Permission denied"])
bash("bash/no-such-file", "step copy 90\ncp release.tar.gz /srv/none/\nstep check 50\nexit 1\n", ["cp: cannot stat 'release.tar.gz': No such file or directory"])
bash("bash/syntax", "step copy 120\nif [ -f x ]; then\n  echo y\n", ["deploy.sh: line 5: syntax error: unexpected end of file"])
bash("bash/pipeline", "set -euo pipefail\nstep unpack 110\nprintf 'not an archive' | tar xzf -\n", ["gzip: stdin: not in gzip format", "tar: Child returned status 1", "tar: Error is not recoverable: exiting now"])
bash("bash/curl-refused", "step wait 120\ncurl -sS http://127.0.0.1:9/health\n", ["curl: (7) Failed to connect to 127.0.0.1 port 9"])
bash("bash/curl-host", "step wait 120\ncurl -sSf http://orders.shop.invalid/\n", ["curl: (6) Could not resolve host: orders.shop.invalid"])
bash("bash/killed", "step load 120\nsh -c 'kill -9 $$'\necho \"worker ended with exit code $?\"\n", ["Killed", "worker ended with exit code 137"])
bash("bash/disk", "step write 120\nhead -c 100 /dev/zero > /dev/full\n", ["head: write error: No space left on device"])
bash("shellcheck/gcc-format", "".join(f"echo part {n}\n" for n in range(5)) + "rm -rf $DIR/*\ncd somewhere\n[ $a == b ] && exit\n", [
    "deploy.sh:7:8: warning:", "SC2115", "deploy.sh:8:1: warning: Use 'cd ... || exit'"], "for n in $(seq 1 90); do echo \"checking scripts/part_$n.sh: clean\"; done; shellcheck -s bash -f gcc deploy.sh")
bash("shellcheck/tty", "for f in $(ls *.txt); do\n  cat $f | grep x\ndone\n", [
    "In deploy.sh line 2:", "SC2045 (error): Iterating over ls output is fragile. Use globs."], "for n in $(seq 1 90); do echo \"checking scripts/part_$n.sh: clean\"; done; shellcheck -s bash deploy.sh")
bash("diff/golden", "step render 100\nseq 1 300 > want; sed 's/^217$/712/' want > got\ndiff -u want got && echo same\nexit 1\n", ["-217", "+712", "@@ -214,7 +214,7 @@"])
bash("rsync-like/partial", "step copy 100\nfor n in 1 2; do cat /nonexistent/part_$n || true; done\nstep copy 40\n", ["cat: /nonexistent/part_1: No such file or directory", "cat: /nonexistent/part_2: No such file or directory"])


def tf(folder):
    put(folder, "versions.tf", "".join(f"variable \"name_{n}\" {{\n  type    = string\n  default = \"a\"\n}}\n" for n in range(60)))


SEEN = "for n in $(seq 1 90); do echo \"module.part_$n.aws_s3_bucket.data: Refreshing state... [id=shop-part-$n]\"; done; "
case("terraform/undeclared", tf, SEEN + "terraform validate -no-color", ['Error: Reference to undeclared input variable', 'on outputs.tf line 2, in output "zone":', 'An input variable with the name "zonne" has not been declared.'],
     {"outputs.tf": "output \"zone\" {\n  value = var.zonne\n}\n"})
case("terraform/syntax", tf, SEEN + "terraform validate -no-color", ["Error: ", "on outputs.tf line 2", "value = \"${var.name_1\""],
     {"outputs.tf": "output \"zone\" {\n  value = \"${var.name_1\"\n}\n"})
case("terraform/type", tf, SEEN + "terraform init -no-color >/dev/null; terraform plan -no-color", ["Error: Invalid function argument", "on outputs.tf line 2, in output \"zone\":", "Invalid value for"],
     {"outputs.tf": "output \"zone\" {\n  value = join(\"-\", 3)\n}\n"})
case("kubectl/no-server", shell, ". ./lib.sh; step render 110; KUBECONFIG=/nonexistent kubectl get pods", ["The connection to the server localhost:8080 was refused - did you specify the right host or port?"])
case("kubectl/bad-manifest", shell, ". ./lib.sh; step render 110; KUBECONFIG=/nonexistent kubectl create --dry-run=client --validate=false -f pod.yaml", ["error:"],
     {"pod.yaml": "apiVersion: v1\nkind: Pod\nmetadata:\n  name: x\n spec: {}\n"})
case("docker/no-daemon", shell, ". ./lib.sh; step render 110; DOCKER_HOST=unix:///nonexistent.sock docker ps", ["Cannot connect to the Docker daemon at unix:///nonexistent.sock. Is the docker daemon running?"])
