package io.ambit.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ambit.core.error.AmbitException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokenTest {
    @TempDir
    private Path folder;

    @Test
    void of_firstCall_makesPrivateFileOfThirtyTwoBytes() throws IOException {
        AmbitHome home = new AmbitHome(folder.resolve("data"));
        String token = AccessToken.of(home);
        assertThat(Base64.getUrlDecoder().decode(token)).hasSize(32);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.tokenFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder())))
                .isEqualTo("rwx------");
        try (var files = Files.list(home.folder())) {
            assertThat(files).containsExactly(home.tokenFile());
        }
    }

    @Test
    void of_secondCall_givesTheSame() {
        AmbitHome home = new AmbitHome(folder);
        assertThat(AccessToken.of(home)).isEqualTo(AccessToken.of(home));
    }

    @Test
    void of_manyAtOnce_giveAllTheSame() throws InterruptedException {
        AmbitHome home = new AmbitHome(folder.resolve("new"));
        Set<String> tokens = ConcurrentHashMap.newKeySet();
        List<Thread> callers = IntStream.range(0, 16)
                .mapToObj(i -> Thread.startVirtualThread(() -> tokens.add(AccessToken.of(home))))
                .toList();
        for (Thread caller : callers) {
            caller.join();
        }
        assertThat(tokens).hasSize(1);
    }

    @Test
    void of_otherFolder_givesAnother() {
        assertThat(AccessToken.of(new AmbitHome(folder.resolve("a"))))
                .isNotEqualTo(AccessToken.of(new AmbitHome(folder.resolve("b"))));
    }

    @Test
    void of_emptyFile_isAnError() throws IOException {
        AmbitHome home = new AmbitHome(folder);
        Files.writeString(home.tokenFile(), "\n");
        assertThatThrownBy(() -> AccessToken.of(home)).isInstanceOf(AmbitException.class);
    }
}
