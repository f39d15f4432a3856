package io.ambit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A project with a backlog of its own, and the commands run in it; data folder and home are temporary. */
abstract class ShopBacklog {
    @TempDir
    Path user;

    Path home;
    Path shop;

    @BeforeEach
    void project() throws IOException {
        home = Files.createDirectories(user.resolve("data"));
        shop = Files.createDirectories(user.resolve("shop"));
        Files.createDirectories(shop.resolve(".git"));
        Files.createDirectories(shop.resolve(".backlog"));
        Files.writeString(home.resolve("config.toml"), "[memory]\nembedder = \"none\"\n");
    }

    static String id(JsonNode item) {
        return item.get("id").asString();
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    List<String> ids(String... args) {
        List<String> ids = new ArrayList<>();
        json(args).get("items").forEach(item -> ids.add(id(item)));
        return ids;
    }

    Screen run(String... args) {
        Screen screen = screen();
        screen.run(inShop(args));
        return screen;
    }

    JsonNode json(String... args) {
        Screen screen = screen();
        List<String> all = new ArrayList<>(List.of(inShop(args)));
        all.add("--json");
        assertThat(screen.run(all.toArray(String[]::new))).as(screen.err()).isZero();
        return screen.json();
    }

    String failure(String... args) {
        Screen screen = screen();
        assertThat(screen.run(inShop(args))).isEqualTo(1);
        assertThat(screen.err()).hasLineCount(1);
        return screen.err();
    }

    Screen screen() {
        return Screen.of(home, Map.of("HOME", user.toString()));
    }

    String[] inShop(String... args) {
        List<String> all = new ArrayList<>(List.of("backlog"));
        all.addAll(List.of(args));
        all.addAll(List.of("--folder", shop.toString()));
        return all.toArray(String[]::new);
    }

    Screen typing(String typed) {
        return Screen.typing(home, typed, Map.of("HOME", user.toString()));
    }
}
