"""Git, on repositories of its own."""

CONFIG = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.com", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.com"}


def make(maker):
    if not maker.needs("git"):
        return
    import subprocess

    def set_up(script):
        import os
        subprocess.run(["/bin/bash", "-ec", script], cwd=maker.folder, check=True, capture_output=True,
                       env={"PATH": os.environ["PATH"], "HOME": str(maker.folder)} | CONFIG)

    set_up("""
        git init -q -b main --bare hub.git
        git clone -q hub.git work 2>/dev/null; cd work
        echo one > f.txt; git add f.txt; git commit -qm one; git push -q origin HEAD:main
        git checkout -q -b side; echo side > f.txt; git commit -qam side
        git checkout -q main 2>/dev/null || git checkout -q -b main; echo main > f.txt; git commit -qam main
        git branch done; git tag v1
        cd ..; git clone -q hub.git other; cd other; echo other > g.txt; git add g.txt; git commit -qm other; git push -q origin HEAD:main
        mkdir ../plain; cd ..; git init -q -b main empty; git init -q -b main locked
        cd locked; echo x > x; git add x; touch .git/index.lock
    """)
    work, cwd = maker.folder / "work", {"cwd": maker.folder / "work", "env": CONFIG}
    run = lambda label, command, form="plain", note="", **other: maker.run(label, command, note, form, **({"tool": "bash"} | cwd | other))
    run("not found", "git checkout no-such-branch")
    run("not found", "git switch feature/timeouts")
    run("not found", "git show deadbeef", form="status")
    run("not found", "git log nowhere..main")
    run("not found", "git branch -d gone")
    run("not found", "git merge gone")
    run("not found", "git rebase gone", form="json")
    run("not found", "git tag -d v9")
    run("not found", "git remote remove upstream")
    run("not found", "git push nowhere main")
    run("not found", "git pull origin gone")
    run("not found", "git add none.txt")
    run("not found", "git rm none.txt")
    run("not found", "git mv none.txt b.txt")
    run("not found", "git stash pop")
    run("not found", "git cherry-pick 0123456789abcdef0123456789abcdef01234567")
    run("not found", "git reset --hard HEAD~50", form="status")
    run("not found", "git clone ../nowhere.git here")
    run("not found", "git status", cwd=maker.folder / "plain", form="status")
    run("not found", "git commit -m x", cwd=maker.folder / "plain")
    run("not found", "git log", cwd=maker.folder / "empty")
    run("not found", "git restore nothing-here.py")
    run("not found", "git blame none.txt")
    run("not found", "git submodule update --init vendored")
    run("not found", "git diff main gone -- f.txt")
    run("conflict", "git branch done")
    run("conflict", "git tag v1")
    run("conflict", "git checkout -b side")
    run("conflict", "git remote add origin x")
    run("conflict", "git clone ../hub.git ../work")
    run("conflict", "git push origin main", note="the hub is ahead")
    run("conflict", "git branch -d side", note="not merged")
    run("conflict", "git branch -D main", note="checked out")
    run("conflict", "git pull --ff-only origin main")
    run("conflict", "git merge side", form="status")
    run("conflict", "git commit -m x", note="in the middle of a merge with conflicts")
    run("conflict", "git checkout side", note="conflicts unresolved")
    run("conflict", "git merge done", note="a merge is not finished")
    maker.run("conflict", "git merge --abort && echo dirty > f.txt && git checkout side", cwd=work, env=CONFIG, note="local changes")
    maker.run("conflict", "git pull --rebase origin main", cwd=work, env=CONFIG, note="uncommitted changes")
    maker.run("conflict", "git rebase side", cwd=work, env=CONFIG, form="json")
    maker.run("conflict", "git add x && git commit -m x", cwd=maker.folder / "locked", env=CONFIG, note="a lock file of another process")
    run("wrong value", "git stash -q; git commit -m x", note="nothing to commit")
    run("wrong value", "git branch 'a b'")
    run("wrong value", "git branch -m main 'x..y'")
    run("wrong value", "git commit --date='not a date' --allow-empty -m x")
    run("wrong value", "echo garbage | git apply", form="status")
    run("wrong type", "git log --since=now -n abc")
    run("wrong value", "git tag 'a~b'")
    run("wrong value", "git config core.autocrlf maybe && git status; git config --unset core.autocrlf; exit 1")
    run("name", "git frobnicate")
    run("name", "git statsu", form="status")
    run("name", "git commit --mesage x")
    run("name", "git log --no-such-option")
    run("name", "git stash frob")
    run("name", "git remote frob", form="json")
    run("arguments missing", "git commit -m")
    run("arguments missing", "git clone")
    run("arguments missing", "git mv f.txt")
    run("arguments missing", "git commit --allow-empty -m ''")
    run("arguments missing", "env -u GIT_AUTHOR_NAME -u GIT_AUTHOR_EMAIL -u GIT_COMMITTER_NAME -u GIT_COMMITTER_EMAIL git -c user.useConfigOnly=true commit --allow-empty -m x", note="nobody said who commits")
    run("arguments missing", "git checkout -q -b fresh && git push")
    run("transport", "git clone http://127.0.0.1:1/x.git y", form="status")
    run("transport", "git ls-remote https://no-such-host.invalid/x.git")
    run("transport", "git fetch git://127.0.0.1:1/x.git")
    run("permission", "git init /usr/lib/x", nobody=True)
    run("wrong tool", "git checkout main", cwd=maker.folder / "hub.git", note="a bare repository has no work tree")
