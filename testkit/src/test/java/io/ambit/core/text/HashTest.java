package io.ambit.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class HashTest {

    @Test
    void of_knownText_isItsSha256() {
        assertThat(Hash.of("abc").hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void ofHexAndOfDigest_whatWasWritten_isTheSameHash() {
        Hash hash = Hash.of("text");
        assertThat(Hash.ofHex(hash.hex())).isEqualTo(hash);
        assertThat(Hash.ofDigest(hash.bytes())).isEqualTo(hash);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Hash.ofDigest(new byte[31]))
                .withMessageContaining("31");
    }

    @Test
    void then_otherOrder_isAnotherHash() {
        Hash a = Hash.of("a");
        Hash b = Hash.of("b");
        assertThat(a.then(b)).isEqualTo(Hash.of("a").then(b)).isNotEqualTo(b.then(a));
    }
}
