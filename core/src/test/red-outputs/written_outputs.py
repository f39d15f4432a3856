"""Outputs of tools that cannot be had here, written after the real format of each: gradle, docker build, kubectl with a
cluster, hosted CI, .NET, RSpec, PHPUnit, Swift, Spring Boot, nginx, systemd, and others."""
from red import written


def lines(n, form, start=1):
    return "".join(form.format(n=k, m=k * 7 % 97, h=f"{k * 2654435761 % 2**32:08x}") + "\n" for k in range(start, start + n))


TASKS = ["checkKotlinGradlePluginConfigurationErrors", "generateErrorPages", "compileJava", "processResources", "classes", "jar", "compileTestJava", "testClasses"]
MODULES = ["account", "basket", "billing", "catalog", "delivery", "ledger", "mail", "orders", "payments", "pricing", "search", "stock"]


def gradle(red, result="FAILED", failed="test"):
    green = "".join(f"> Task :{m}:{t}{' UP-TO-DATE' if (len(m) + len(t)) % 3 == 0 else ''}\n" for m in MODULES for t in TASKS)
    return ("Starting a Gradle Daemon (subsequent builds will be faster)\n" + green + red +
            f"\nBUILD {result} in 41s\n96 actionable tasks: 61 executed, 35 up-to-date\n")


def went_wrong(what, where=""):
    return (f"\nFAILURE: Build failed with an exception.\n\n{where}* What went wrong:\n{what}\n\n* Try:\n> Run with --stacktrace option to get the stack trace.\n"
            "> Run with --info or --debug option to get more log output.\n> Run with --scan to get full insights.\n> Get more help at https://help.example.\n")


written("gradle-style/test", gradle('''
> Task :shipping:test FAILED

IslandFeeTest > chargesIslands() FAILED
    org.opentest4j.AssertionFailedError: expected: <14> but was: <12>
        at app//org.junit.jupiter.api.AssertionFailureBuilder.build(AssertionFailureBuilder.java:151)
        at app//org.junit.jupiter.api.AssertEquals.failNotEqual(AssertEquals.java:197)
        at app//org.example.shipping.IslandFeeTest.chargesIslands(IslandFeeTest.java:31)

88 tests completed, 1 failed
''' + went_wrong("Execution failed for task ':shipping:test'.\n> There were failing tests. See the report at: file:///home/dev/shop/shipping/build/reports/tests/test/index.html")),
        ["> Task :shipping:test FAILED", "IslandFeeTest > chargesIslands() FAILED", "expected: <14> but was: <12>", "IslandFeeTest.java:31", "Execution failed for task ':shipping:test'.", "88 tests completed, 1 failed"])
written("gradle-style/compile-kotlin", gradle('''
> Task :refunds:compileKotlin FAILED
e: file:///home/dev/shop/refunds/src/main/kotlin/Refund.kt:17:24 Type mismatch: inferred type is String? but String was expected
w: file:///home/dev/shop/refunds/src/main/kotlin/Refund.kt:9:9 Variable 'old' is never used
''' + went_wrong("Execution failed for task ':refunds:compileKotlin'.\n> A failure occurred while executing org.jetbrains.kotlin.compilerRunner.GradleCompilerRunnerWithWorkers$GradleKotlinCompilerWorkAction\n   > Compilation error. See log for more details")),
        ["Refund.kt:17:24 Type mismatch: inferred type is String? but String was expected", "Execution failed for task ':refunds:compileKotlin'.", "> Compilation error."])
written("gradle-style/dependency", gradle("\n> Task :mail:compileJava FAILED\n" + went_wrong("Execution failed for task ':mail:compileJava'.\n> Could not resolve all files for configuration ':mail:compileClasspath'.\n   > Could not find org.example:smtp-client:4.2.\n     Searched in the following locations:\n       - https://registry.example/maven2/org/example/smtp-client/4.2/smtp-client-4.2.pom\n     Required by:\n         project :mail")),
        ["> Could not find org.example:smtp-client:4.2.", "Required by:", "project :mail"])
written("gradle-style/script", gradle(went_wrong("A problem occurred evaluating root project 'shop'.\n> Could not get unknown property 'releaseNotes' for root project 'shop' of type org.gradle.api.Project.", "* Where:\nBuild file '/home/dev/shop/build.gradle' line: 23\n\n")),
        ["Build file '/home/dev/shop/build.gradle' line: 23", "Could not get unknown property 'releaseNotes' for root project 'shop'"])
written("gradle-style/javac", gradle('''
> Task :stock:compileJava FAILED
/home/dev/shop/stock/src/main/java/org/example/stock/Shelf.java:44: error: incompatible types: possible lossy conversion from long to int
        int free = capacity - used;
                            ^
Note: Some input files use unchecked or unsafe operations.
1 error
''' + went_wrong("Execution failed for task ':stock:compileJava'.\n> Compilation failed; see the compiler output below.")),
        ["Shelf.java:44: error: incompatible types: possible lossy conversion from long to int", "int free = capacity - used;", "1 error"])
written("gradle-style/checkstyle", gradle('''
> Task :orders:checkstyleMain FAILED
[ant:checkstyle] [ERROR] /home/dev/shop/orders/src/main/java/org/example/orders/Cart.java:12:5: Missing a Javadoc comment. [MissingJavadocMethod]
''' + went_wrong("Execution failed for task ':orders:checkstyleMain'.\n> A failure occurred while executing org.gradle.api.plugins.quality.internal.CheckstyleAction\n   > Checkstyle rule violations were found. See the report at: file:///home/dev/shop/orders/build/reports/checkstyle/main.html\n     Checkstyle files with violations: 1\n     Checkstyle violations by severity: [error:1]")),
        ["Cart.java:12:5: Missing a Javadoc comment. [MissingJavadocMethod]", ":orders:checkstyleMain", "Checkstyle files with violations: 1"])


def buildkit(step, red, pre=70):
    out = "#0 building with \"default\" instance using docker driver\n\n#1 [internal] load build definition from Dockerfile\n#1 transferring dockerfile: 812B done\n#1 DONE 0.0s\n\n#2 [internal] load metadata for registry.example/library/node:20\n#2 DONE 0.7s\n\n"
    for k in range(5, 5 + 4):
        out += f"#{k} [stage-1 {k - 3}/9] RUN prepare {k}\n" + "".join(f"#{k} {j * 0.037:.3f} Get:{j} http://deb.example bookworm/main amd64 libpart{j} amd64 1.{j}-2 [{j * 13} kB]\n" for j in range(1, pre // 4)) + f"#{k} DONE 4.{k}s\n\n"
    return out + red


written("docker-style/run-npm", buildkit(9, '''#12 [stage-1 6/9] RUN npm ci --omit=dev
#12 1.204 npm warn deprecated inflight@1.0.6: This module is not supported
#12 4.412 npm error code ERESOLVE
#12 4.413 npm error ERESOLVE unable to resolve dependency tree
#12 4.413 npm error Found: react@19.0.0
#12 4.414 npm error Could not resolve dependency:
#12 4.414 npm error peer react@"^18.2.0" from react-basket@2.1.4
#12 ERROR: process "/bin/sh -c npm ci --omit=dev" did not complete successfully: exit code: 1
------
 > [stage-1 6/9] RUN npm ci --omit=dev:
4.413 npm error Found: react@19.0.0
4.414 npm error peer react@"^18.2.0" from react-basket@2.1.4
------
Dockerfile:14
--------------------
  12 |     WORKDIR /app
  13 |     COPY package*.json ./
  14 | >>> RUN npm ci --omit=dev
  15 |     COPY . .
--------------------
ERROR: failed to solve: process "/bin/sh -c npm ci --omit=dev" did not complete successfully: exit code: 1
'''), ["npm error ERESOLVE unable to resolve dependency tree", "peer react@\"^18.2.0\" from react-basket@2.1.4", "Dockerfile:14", ">>> RUN npm ci --omit=dev", "ERROR: failed to solve"])
written("docker-style/copy-missing", buildkit(9, '''#12 [stage-1 6/9] COPY dist/app.jar /srv/app.jar
#12 ERROR: failed to calculate checksum of ref 8f2b::q7: "/dist/app.jar": not found
------
 > [stage-1 6/9] COPY dist/app.jar /srv/app.jar:
------
Dockerfile:21
--------------------
  19 |     FROM registry.example/library/eclipse-temurin:21
  20 |     WORKDIR /srv
  21 | >>> COPY dist/app.jar /srv/app.jar
  22 |     EXPOSE 8080
--------------------
ERROR: failed to solve: failed to compute cache key: failed to calculate checksum of ref 8f2b::q7: "/dist/app.jar": not found
'''), ["Dockerfile:21", ">>> COPY dist/app.jar /srv/app.jar", '"/dist/app.jar": not found'])
written("docker-style/apt", buildkit(9, '''#12 [stage-1 6/9] RUN apt-get update && apt-get install -y libshop2
#12 3.911 E: Unable to locate package libshop2
#12 ERROR: process "/bin/sh -c apt-get update && apt-get install -y libshop2" did not complete successfully: exit code: 100
------
Dockerfile:9
--------------------
   9 | >>> RUN apt-get update && apt-get install -y libshop2
--------------------
ERROR: failed to solve: process "/bin/sh -c apt-get update && apt-get install -y libshop2" did not complete successfully: exit code: 100
'''), ["E: Unable to locate package libshop2", "Dockerfile:9", "exit code: 100"])
written("docker-style/compose-logs", lines(60, "db-1     | 2026-03-04 10:11:12.{n:03d} UTC [27] LOG:  checkpoint complete: wrote {m} buffers") + lines(60, "web-1    | 10.0.0.{m} - - [04/Mar/2026:10:12:00 +0000] \"GET /orders/{n} HTTP/1.1\" 200 {m}12") +
        "worker-1 | Traceback (most recent call last):\nworker-1 |   File \"/app/worker.py\", line 88, in consume\nworker-1 |     amount = Decimal(row[\"amount\"])\nworker-1 | decimal.InvalidOperation: [<class 'decimal.ConversionSyntax'>]\n" +
        lines(60, "web-1    | 10.0.0.{m} - - [04/Mar/2026:10:13:00 +0000] \"GET /orders/{n} HTTP/1.1\" 200 {m}12") + "worker-1 exited with code 1\n",
        ["/app/worker.py\", line 88, in consume", "decimal.InvalidOperation", "worker-1 exited with code 1"])
written("docker-style/port", lines(90, " Container shop-part-{n}-1  Started") + "Error response from daemon: driver failed programming external connectivity on endpoint shop-web-1: Bind for 0.0.0.0:8080 failed: port is already allocated\n",
        ["endpoint shop-web-1: Bind for 0.0.0.0:8080 failed: port is already allocated"])
written("docker-style/pull", "".join(f"{k * 2654435761 % 2**48:012x}: Pulling fs layer\n{k * 2654435761 % 2**48:012x}: Download complete\n{k * 2654435761 % 2**48:012x}: Pull complete\n" for k in range(1, 40)) + "Error response from daemon: manifest for registry.example/shop/web:2.9.9 not found: manifest unknown: manifest unknown\n",
        ["manifest for registry.example/shop/web:2.9.9 not found"])

POD = '''Name:             checkout-7d9f8c6b5-x2x9q
Namespace:        shop
Priority:         0
Service Account:  default
Node:             worker-3/10.0.3.17
Start Time:       Wed, 04 Mar 2026 10:01:12 +0000
Labels:           app=checkout
                  pod-template-hash=7d9f8c6b5
Status:           Running
IP:               10.42.1.77
Containers:
  checkout:
    Container ID:   containerd://5c1d
    Image:          registry.example/shop/checkout:4.1.0
    Port:           8080/TCP
    State:          Waiting
      Reason:       CrashLoopBackOff
    Last State:     Terminated
      Reason:       Error
      Exit Code:    137
      Started:      Wed, 04 Mar 2026 10:20:11 +0000
    Ready:          False
    Restart Count:  7
    Environment:
''' + lines(70, "      PART_{n}_URL:   http://part-{n}.shop.svc:80{m:02d}") + '''    Mounts:
      /var/run/secrets/kubernetes.io/serviceaccount from kube-api-access (ro)
Conditions:
  Type              Status
  Initialized       True
  Ready             False
  ContainersReady   False
  PodScheduled      True
Events:
  Type     Reason     Age                   From               Message
  ----     ------     ----                  ----               -------
  Normal   Scheduled  25m                   default-scheduler  Successfully assigned shop/checkout-7d9f8c6b5-x2x9q to worker-3
  Normal   Pulled     20m (x5 over 25m)     kubelet            Container image "registry.example/shop/checkout:4.1.0" already present on machine
  Warning  Unhealthy  18m (x12 over 24m)    kubelet            Liveness probe failed: HTTP probe failed with statuscode: 503
  Warning  BackOff    2m11s (x71 over 22m)  kubelet            Back-off restarting failed container checkout in pod checkout-7d9f8c6b5-x2x9q
'''
written("kubectl-style/describe-crashloop", POD, ["checkout-7d9f8c6b5-x2x9q", "Reason:       CrashLoopBackOff", "Exit Code:    137", "Liveness probe failed: HTTP probe failed with statuscode: 503", "Back-off restarting failed container checkout"])
written("kubectl-style/get-pods", "NAME                          READY   STATUS             RESTARTS       AGE\n" + lines(90, "part-{n}-{h}-abcde        1/1     Running            0              4d{n}h") +
        "ledger-6c5d8f7b9-kk2lp        0/1     ImagePullBackOff   0              12m\n" + lines(40, "queue-{n}-{h}-abcde       1/1     Running            0              4d{n}h") + "mailer-5f4d6c7b8-zz9qw        0/1     CrashLoopBackOff   14 (2m ago)    51m\n",
        ["ledger-6c5d8f7b9-kk2lp        0/1     ImagePullBackOff", "mailer-5f4d6c7b8-zz9qw        0/1     CrashLoopBackOff   14 (2m ago)"])
written("kubectl-style/apply", lines(90, "configmap/part-{n} unchanged") + 'Error from server (Invalid): error when applying patch: Deployment.apps "checkout" is invalid: spec.template.spec.containers[0].resources.requests: Invalid value: "4Gi": must be less than or equal to memory limit of 2Gi\n' + lines(30, "service/part-{n} configured"),
        ['Deployment.apps "checkout" is invalid', 'Invalid value: "4Gi": must be less than or equal to memory limit of 2Gi'])
written("kubectl-style/events", "LAST SEEN   TYPE      REASON             OBJECT                         MESSAGE\n" + lines(110, "{n}m         Normal    Pulled             pod/part-{n}-{h}       Container image \"registry.example/shop/part:{m}\" already present on machine") +
        "3m          Warning   FailedScheduling   pod/search-0                   0/3 nodes are available: 3 Insufficient memory.\n" + lines(20, "{n}m         Normal    Created            pod/part-{n}-{h}       Created container part"),
        ["FailedScheduling   pod/search-0", "0/3 nodes are available: 3 Insufficient memory."])
written("kubectl-style/logs", lines(140, "{{\"ts\":\"2026-03-04T10:11:{m:02d}Z\",\"level\":\"info\",\"msg\":\"request done\",\"id\":\"{h}\",\"errors\":0}}") + '{"ts":"2026-03-04T10:12:31Z","level":"error","msg":"cannot reach ledger","id":"77aa01","err":"context deadline exceeded"}\n' + lines(60, "{{\"ts\":\"2026-03-04T10:13:{m:02d}Z\",\"level\":\"info\",\"msg\":\"request done\",\"id\":\"{h}\",\"errors\":0}}"),
        ['"level":"error","msg":"cannot reach ledger","id":"77aa01","err":"context deadline exceeded"'])
written("kubectl-style/rollout", lines(80, "Waiting for deployment \"checkout\" rollout to finish: {n} out of 90 new replicas have been updated...") + "error: deployment \"checkout\" exceeded its progress deadline\n",
        ['error: deployment "checkout" exceeded its progress deadline'])
written("kubectl-style/helm", lines(80, "coalesce.go: merging values of part-{n}") + 'Error: INSTALLATION FAILED: template: shop/templates/ingress.yaml:14:22: executing "shop/templates/ingress.yaml" at <.Values.ingress.hosts>: nil pointer evaluating interface {}.hosts\n',
        ["shop/templates/ingress.yaml:14:22", "nil pointer evaluating interface {}.hosts"])

CI = lines(150, "2026-03-04T10:11:12.{n:03d}Z  * [new ref]  part-{n} -> origin/part-{n}")
written("ci-style/annotations", CI + "2026-03-04T10:12:01.1Z ##[group]Run make check\n" + lines(60, "2026-03-04T10:12:02.{n:03d}Z check {n} ok") +
        "2026-03-04T10:12:09.8Z ##[error]tests/vat.sh:14: expected 25.5, got 24\n2026-03-04T10:12:09.9Z ##[error]Process completed with exit code 2.\n" + lines(30, "2026-03-04T10:12:10.{n:03d}Z Post job cleanup step {n}"),
        ["##[error]tests/vat.sh:14: expected 25.5, got 24", "##[error]Process completed with exit code 2."])
written("ci-style/gitlab", CI + "$ ./ci/package.sh\n" + lines(70, "packed part {n}") + "ci/package.sh: line 31: SIGNING_KEY: parameter not set\nERROR: Job failed: exit code 1\n", ["ci/package.sh: line 31: SIGNING_KEY: parameter not set", "ERROR: Job failed: exit code 1"])
written("dotnet-style/build", lines(60, "  Restored /home/dev/shop/src/Part{n}/Part{n}.csproj (in {m} ms).") + lines(40, "  Part{n} -> /home/dev/shop/src/Part{n}/bin/Debug/net8.0/Part{n}.dll") +
        "/home/dev/shop/src/Billing/Invoice.cs(42,17): error CS0103: The name 'totl' does not exist in the current context [/home/dev/shop/src/Billing/Billing.csproj]\n/home/dev/shop/src/Billing/Vat.cs(7,13): warning CS0168: The variable 'rate' is declared but never used [/home/dev/shop/src/Billing/Billing.csproj]\n\nBuild FAILED.\n    1 Warning(s)\n    1 Error(s)\n\nTime Elapsed 00:00:09.31\n",
        ["Invoice.cs(42,17): error CS0103: The name 'totl' does not exist in the current context", "Vat.cs(7,13): warning CS0168", "1 Error(s)"])
written("dotnet-style/test", lines(120, "  Passed Shop.Tests.Part{n}.HandlesError [{m} ms]") + '''  Failed Shop.Tests.VatTests.Finland [31 ms]
  Error Message:
   Assert.Equal() Failure: Values differ
Expected: 25.5
Actual:   24
  Stack Trace:
     at Shop.Tests.VatTests.Finland() in /home/dev/shop/tests/VatTests.cs:line 19
     at System.RuntimeMethodHandle.InvokeMethod(Object target, Void** arguments, Signature sig, Boolean isConstructor)
''' + lines(60, "  Passed Shop.Tests.More{n}.HandlesError [{m} ms]") + "\nFailed!  - Failed:     1, Passed:   180, Skipped:     0, Total:   181, Duration: 2 s\n",
        ["Failed Shop.Tests.VatTests.Finland", "Assert.Equal() Failure: Values differ", "Expected: 25.5", "Actual:   24", "VatTests.cs:line 19", "Failed:     1, Passed:   180"])
written("dotnet-style/exception", lines(130, "info: Shop.Worker[{n}] Shipped order {m}") + '''fail: Shop.Worker[0]
      Settlement 7741 failed
      System.Net.Http.HttpRequestException: Connection refused (bank.internal:443)
       ---> System.Net.Sockets.SocketException (111): Connection refused
         at System.Net.Sockets.Socket.AwaitableSocketAsyncEventArgs.ThrowException(SocketError error, CancellationToken cancellationToken)
         --- End of inner exception stack trace ---
         at System.Net.Http.HttpConnectionPool.ConnectToTcpHostAsync(String host, Int32 port)
         at Shop.Bank.Client.SettleAsync(Int64 id) in /src/Bank/Client.cs:line 57
''' + lines(60, "info: Shop.Worker[{n}] Shipped order {m}"),
        ["Settlement 7741 failed", "HttpRequestException: Connection refused (bank.internal:443)", "Client.cs:line 57"])
written("rspec-style/failures", lines(150, "  handles error case {n} of part {m}") + '''
Failures:

  1) Basket#total adds shipping to islands
     Failure/Error: expect(basket.total).to eq(4700)

       expected: 4700
            got: 4500

       (compared using ==)
     # ./spec/basket_spec.rb:27:in `block (3 levels) in <top (required)>'

Finished in 0.83 seconds (files took 1.2 seconds to load)
151 examples, 1 failure

Failed examples:

rspec ./spec/basket_spec.rb:25 # Basket#total adds shipping to islands
''', ["1) Basket#total adds shipping to islands", "expected: 4700", "got: 4500", "./spec/basket_spec.rb:27", "151 examples, 1 failure"])
written("phpunit-style/failures", "PHPUnit 11.2.1 by Sebastian Bergmann and contributors.\n\n" + lines(120, " ✔ Part {n} handles error {m}") + '''
There was 1 failure:

1) Shop\\Tests\\VatTest::testFinland
Failed asserting that 24.0 matches expected 25.5.

/home/dev/shop/tests/VatTest.php:33

FAILURES!
Tests: 121, Assertions: 214, Failures: 1.
''', ["1) Shop\\Tests\\VatTest::testFinland", "Failed asserting that 24.0 matches expected 25.5.", "tests/VatTest.php:33", "Failures: 1."])
written("php-style/fatal", lines(120, "[04-Mar-2026 10:11:{m:02d} UTC] shipped order {n}") + "PHP Fatal error:  Uncaught TypeError: Shop\\total(): Argument #1 ($values) must be of type array, null given, called in /srv/shop/run.php on line 12 and defined in /srv/shop/total.php:5\nStack trace:\n#0 /srv/shop/run.php(12): Shop\\total(NULL)\n#1 {main}\n  thrown in /srv/shop/total.php on line 5\n",
        ["Argument #1 ($values) must be of type array, null given", "/srv/shop/total.php:5", "#0 /srv/shop/run.php(12): Shop\\total(NULL)"])
written("ruby-style/exception", lines(130, "I, [2026-03-04T10:11:{m:02d} #4711]  INFO -- : shipped order {n}") + "/srv/shop/lib/refund.rb:18:in `settle': undefined method `iban' for nil (NoMethodError)\n\n    customer.iban.strip\n            ^^^^^\n\tfrom /srv/shop/bin/run:7:in `block in <main>'\n\tfrom /srv/shop/bin/run:5:in `each'\n",
        ["/srv/shop/lib/refund.rb:18:in `settle': undefined method `iban' for nil (NoMethodError)", "/srv/shop/bin/run:7"])
written("swift-style/build", lines(110, "[{n}/140] Compiling Part{m} File{n}.swift") + "/home/dev/shop/Sources/Shop/Order.swift:21:24: error: value of optional type 'String?' must be unwrapped to a value of type 'String'\n        return shorten(name)\n                       ^\n/home/dev/shop/Sources/Shop/Order.swift:21:24: note: coalesce using '??' to provide a default when the optional value contains 'nil'\nerror: fatalError\n",
        ["Order.swift:21:24: error: value of optional type 'String?' must be unwrapped", "return shorten(name)"])
written("spring-style/startup", lines(120, "2026-03-04T10:11:12.{n:03d}Z  INFO 4711 --- [           main] o.s.b.a.PartConfiguration{m}               : Mapped part {n}") + '''2026-03-04T10:11:19.311Z ERROR 4711 --- [           main] o.s.b.d.LoggingFailureAnalysisReporter   : 

***************************
APPLICATION FAILED TO START
***************************

Description:

Parameter 0 of constructor in org.example.shop.Checkout required a bean of type 'org.example.bank.BankClient' that could not be found.


Action:

Consider defining a bean of type 'org.example.bank.BankClient' in your configuration.

''', ["APPLICATION FAILED TO START", "Parameter 0 of constructor in org.example.shop.Checkout required a bean of type 'org.example.bank.BankClient' that could not be found."])
written("spring-style/request-trace", lines(110, "2026-03-04T10:11:12.{n:03d}Z  INFO 4711 --- [nio-8080-exec-{m}] o.e.shop.OrderController                  : order {n} took {m} ms") + '''2026-03-04T10:12:19.311Z ERROR 4711 --- [nio-8080-exec-3] o.a.c.c.C.[.[.[/].[dispatcherServlet]    : Servlet.service() for servlet [dispatcherServlet] threw exception

org.springframework.dao.DataIntegrityViolationException: could not execute statement [Duplicate entry '4711' for key 'orders.PRIMARY']
''' + lines(40, "\tat org.springframework.orm.jpa.Part{n}.call(Part{n}.java:{m})") + "\tat org.example.shop.OrderStore.save(OrderStore.java:58)\n" + lines(30, "\tat org.apache.catalina.core.Part{n}.invoke(Part{n}.java:{m})") + "Caused by: java.sql.SQLIntegrityConstraintViolationException: Duplicate entry '4711' for key 'orders.PRIMARY'\n\tat com.mysql.cj.jdbc.Part.create(Part.java:117)\n\t... 71 common frames omitted\n" + lines(50, "2026-03-04T10:13:12.{n:03d}Z  INFO 4711 --- [nio-8080-exec-{m}] o.e.shop.OrderController                  : order {n} took {m} ms"),
        ["DataIntegrityViolationException: could not execute statement [Duplicate entry '4711' for key 'orders.PRIMARY']", "at org.example.shop.OrderStore.save(OrderStore.java:58)", "Caused by: java.sql.SQLIntegrityConstraintViolationException"])
written("systemd-style/journal", lines(130, "Mar 04 10:11:{m:02d} devbox shopd[811]: shipped order {n}") + "Mar 04 10:12:07 devbox shopd[811]: bind: Address already in use (0.0.0.0:8080)\nMar 04 10:12:07 devbox systemd[1]: shopd.service: Main process exited, code=exited, status=1/FAILURE\nMar 04 10:12:07 devbox systemd[1]: shopd.service: Failed with result 'exit-code'.\n" + lines(60, "Mar 04 10:13:{m:02d} devbox cron[{n}]: session opened for user shop"),
        ["bind: Address already in use (0.0.0.0:8080)", "shopd.service: Main process exited, code=exited, status=1/FAILURE", "Failed with result 'exit-code'"])
written("nginx-style/error-log", lines(100, "10.0.0.{m} - - [04/Mar/2026:10:11:{m:02d} +0000] \"GET /part/{n} HTTP/1.1\" 200 51{m}") + "2026/03/04 10:12:33 [error] 31#31: *1877 connect() failed (111: Connection refused) while connecting to upstream, client: 10.0.0.9, server: shop, request: \"POST /pay HTTP/1.1\", upstream: \"http://10.0.4.2:8080/pay\"\n" + lines(80, "10.0.0.{m} - - [04/Mar/2026:10:13:{m:02d} +0000] \"GET /part/{n} HTTP/1.1\" 200 51{m}"),
        ["connect() failed (111: Connection refused) while connecting to upstream", 'upstream: "http://10.0.4.2:8080/pay"'])
written("ansible-style/play", "".join(f"TASK [part : install package {k}] ****************************************\nok: [web-1]\nok: [web-2]\n\n" for k in range(1, 40)) + 'TASK [shop : start service] ****************************************************\nok: [web-1]\nfatal: [web-2]: FAILED! => {"changed": false, "msg": "Unable to start service shop: Job for shop.service failed because a timeout was exceeded."}\n\nPLAY RECAP *********************************************************************\nweb-1                      : ok=41   changed=0    unreachable=0    failed=0\nweb-2                      : ok=40   changed=0    unreachable=0    failed=1\n',
        ["TASK [shop : start service]", "fatal: [web-2]: FAILED!", "Unable to start service shop: Job for shop.service failed because a timeout was exceeded."])
written("bazel-style/test", lines(110, "INFO: [{n} / 140] Compiling src/part{n}.cc; {m}s linux-sandbox") + "ERROR: /home/dev/shop/pricing/BUILD:14:11: Compiling pricing/vat.cc failed: (Exit 1): gcc failed: error executing CppCompile command (from target //pricing:vat)\npricing/vat.cc:31:10: error: use of undeclared identifier 'rate'\n   31 |   return rate * net;\n      |          ^~~~\n1 error generated.\nERROR: Build did NOT complete successfully\n//pricing:vat_test                                               FAILED TO BUILD\n",
        ["/home/dev/shop/pricing/BUILD:14:11", "pricing/vat.cc:31:10: error: use of undeclared identifier 'rate'", "//pricing:vat_test", "FAILED TO BUILD"])
written("webpack-style/build", lines(120, "asset part-{n}.{h}.js {m} KiB [emitted] [immutable] [minimized]") + "\nERROR in ./src/basket/Total.tsx 12:9-23\nexport 'formatMoney' (imported as 'formatMoney') was not found in '../money' (possible exports: format, parse)\n @ ./src/basket/index.ts 3:0-40\n\nwebpack 5.94.0 compiled with 1 error in 8123 ms\n",
        ["ERROR in ./src/basket/Total.tsx 12:9-23", "export 'formatMoney' (imported as 'formatMoney') was not found in '../money'", "compiled with 1 error"])
written("vite-style/build", lines(130, "transforming ({n}) src/part-{n}.ts") + "✗ Build failed in 1.21s\nerror during build:\nsrc/pages/Cart.vue (18:7): Element is missing end tag.\nfile: /home/dev/shop/src/pages/Cart.vue:18:7\n\n16 |    <div>\n17 |      <p>\n18 |        <span>\n   |        ^\n19 |      </p>\n",
        ["✗ Build failed in 1.21s", "src/pages/Cart.vue (18:7): Element is missing end tag.", "<span>"])
written("playwright-style/run", lines(100, "  ✓  {n} [chromium] › tests/part-{n}.spec.ts:{m}:5 › handles error ({m}ms)") + '''  ✘  101 [chromium] › tests/checkout.spec.ts:22:5 › pays by card (5.1s)

  1) [chromium] › tests/checkout.spec.ts:22:5 › pays by card ───────────────────

    Error: Timed out 5000ms waiting for expect(locator).toBeVisible()

    Locator: getByText('Thank you')
    Expected: visible
    Received: <element(s) not found>

      25 |   await page.getByRole('button').click();
      26 |
    > 27 |   await expect(page.getByText('Thank you')).toBeVisible();
         |                                             ^
        at /home/dev/shop/tests/checkout.spec.ts:27:45

  1 failed
    [chromium] › tests/checkout.spec.ts:22:5 › pays by card
  100 passed (41.2s)
''', ["tests/checkout.spec.ts:22:5 › pays by card", "Error: Timed out 5000ms waiting for expect(locator).toBeVisible()", "Locator: getByText('Thank you')", "checkout.spec.ts:27:45", "1 failed"])
written("elixir-style/mix-test", lines(120, "  * test part {n} handles error ({m}ms)") + '''
  1) test adds shipping (Shop.BasketTest)
     test/shop/basket_test.exs:14
     Assertion with == failed
     code:  assert total(basket) == 4700
     left:  4500
     right: 4700
     stacktrace:
       test/shop/basket_test.exs:16: (test)

Finished in 0.2 seconds
121 tests, 1 failure
''', ["1) test adds shipping (Shop.BasketTest)", "test/shop/basket_test.exs:14", "Assertion with == failed", "left:  4500", "right: 4700", "121 tests, 1 failure"])
written("scala-style/sbt", lines(110, "[info] compiling {n} Scala sources to part-{m}") + "[error] /home/dev/shop/src/main/scala/Basket.scala:27:18: type mismatch;\n[error]  found   : Int\n[error]  required: String\n[error]     label(total)\n[error]           ^\n[error] one error found\n[error] (Compile / compileIncremental) Compilation failed\n",
        ["Basket.scala:27:18: type mismatch;", "found   : Int", "required: String", "label(total)", "one error found"])
written("latex-style/log", lines(120, "(/usr/share/texmf/tex/part{n}.sty) [{m}]") + "! Undefined control sequence.\nl.214 The total is \\Totl\n                        {4700}.\nThe control sequence at the end of the top line\nof your error message was never \\def'ed.\n" + lines(40, "Overfull \\hbox ({m}.0pt too wide) in paragraph at lines {n}--{n}"),
        ["! Undefined control sequence.", "l.214 The total is \\Totl"])
written("aws-style/cloudformation", lines(110, "2026-03-04T10:{m:02d}:12  CREATE_COMPLETE   AWS::S3::Bucket   Part{n}") + "2026-03-04T10:41:12  CREATE_FAILED     AWS::RDS::DBInstance   LedgerDatabase   The specified VPC vpc-0a1b2c does not have enough subnets\n2026-03-04T10:41:14  ROLLBACK_IN_PROGRESS   AWS::CloudFormation::Stack   shop   The following resource(s) failed to create: [LedgerDatabase].\n" + lines(30, "2026-03-04T10:{m:02d}:55  DELETE_COMPLETE   AWS::S3::Bucket   Part{n}"),
        ["CREATE_FAILED     AWS::RDS::DBInstance   LedgerDatabase", "does not have enough subnets"])
