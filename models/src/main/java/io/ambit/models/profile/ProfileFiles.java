package io.ambit.models.profile;

import io.ambit.core.error.AmbitException;
import io.ambit.core.routing.profile.ModelProfile;
import io.ambit.core.routing.profile.Profiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The profiles that ship and those of the user's folder. A file that cannot be read as a profile is named and left out:
 * it takes no other one with it, and where it bears the name of a shipped one, that stays.
 *
 * @param profiles the user's in front, so that of two patterns of one length the user's counts
 * @param faults a line for each file that was left out, with its name and what is wrong with it
 */
public record ProfileFiles(Profiles profiles, List<String> faults) {
    /** The files that ship; a test holds that none is missing here. */
    static final List<String> SHIPPED = List.of(
            "codestral",
            "deepseek-coder",
            "deepseek-coder-v2",
            "deepseek-r1",
            "deepseek-v3",
            "devstral",
            "gemma3",
            "gemma3-1b",
            "gpt-oss",
            "llama3",
            "llama3.1",
            "mistral",
            "mistral-nemo",
            "mistral-small",
            "mistral-small-3.1",
            "qwen2.5-coder",
            "qwen3",
            "qwen3-2507",
            "qwen3-coder",
            "qwen3-renewed",
            "smollm2");

    private static final String ENDING = ".toml";
    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_FILES = 1_000;

    public ProfileFiles {
        faults = List.copyOf(faults);
    }

    /** Those that ship. */
    public static ProfileFiles shipped() {
        return new ProfileFiles(new Profiles(shippedProfiles()), List.of());
    }

    /** Those that ship and those of the files in {@code folder}, which need not be there. */
    public static ProfileFiles read(Path folder) {
        List<ModelProfile> own = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Path file : files(folder, faults)) {
            try {
                own.add(ProfileFile.parse(text(file)));
            } catch (AmbitException e) {
                faults.add(file + ": " + e.getMessage());
            } catch (IOException e) {
                faults.add(file + ": cannot be read: " + e.getMessage());
            }
        }
        List<ModelProfile> all = new ArrayList<>(own);
        List<String> names = own.stream().map(ModelProfile::name).toList();
        shippedProfiles().stream()
                .filter(profile -> !names.contains(profile.name()))
                .forEach(all::add);
        return new ProfileFiles(new Profiles(all), faults);
    }

    private static List<Path> files(Path folder, List<String> faults) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .limit(MAX_FILES)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            faults.add(folder + ": cannot be read: " + e.getMessage());
            return List.of();
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new AmbitException("larger than " + MAX_BYTES + " bytes");
        }
        return Files.readString(file);
    }

    private static List<ModelProfile> shippedProfiles() {
        return SHIPPED.stream().map(ProfileFiles::shipped).toList();
    }

    private static ModelProfile shipped(String name) {
        String resource = "/io/ambit/models/profiles/" + name + ENDING;
        try (InputStream in = ProfileFiles.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not there");
            }
            return ProfileFile.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        } catch (AmbitException e) {
            throw new AmbitException(resource + ": " + e.getMessage(), e);
        }
    }
}
