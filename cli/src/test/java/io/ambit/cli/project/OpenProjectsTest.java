package io.ambit.cli.project;

import static org.assertj.core.api.Assertions.assertThat;

import io.ambit.cli.config.AmbitHome;
import io.ambit.cli.terminal.FolderSpace;
import io.ambit.core.context.assembly.ProjectContext;
import io.ambit.core.item.ItemType;
import io.ambit.core.item.NewItem;
import io.ambit.core.session.Space;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folder leads to which backlog and which memory. */
class OpenProjectsTest {
    @TempDir
    private Path user;

    private TestProjects opened;
    private OpenProjects projects;

    @BeforeEach
    void open() {
        opened = new TestProjects(user);
        projects = opened.projects();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void inFolder_repositoryWithBacklog_isItsOwn() throws IOException {
        Path shop = repository("shop");
        create(projects.inFolder(shop.resolve("src").toString()), "Voucher");
        assertThat(shop.resolve(".backlog/docs/tasks/TASK-0001.md")).exists();
        ProjectContext again = projects.inFolder(shop.toString());
        assertThat(again.space()).isEqualTo(FolderSpace.of(shop));
        assertThat(again.backlog().items()).hasSize(1);
        assertThat(again).as("one object, which remembers what it showed").isSameAs(projects.inFolder(shop.toString()));
    }

    @Test
    void inFolder_otherRepository_seesNothingOfTheFirst() throws IOException {
        create(projects.inFolder(repository("shop").toString()), "Voucher");
        ProjectContext other = projects.inFolder(repository("bank").toString());
        assertThat(other.backlog().items()).isEmpty();
        assertThat(other.space()).isNotEqualTo(FolderSpace.of(user.resolve("shop")));
    }

    @Test
    void inFolder_withoutBacklog_isTheUsersOwn() throws IOException {
        Path bare = Files.createDirectories(user.resolve("bare/.git")).getParent();
        create(projects.inFolder(bare.toString()), "Anything");
        assertThat(user.resolve(".backlog/docs/tasks/TASK-0001.md")).exists();
        assertThat(bare.resolve(".backlog")).doesNotExist();
    }

    @Test
    void inFolder_notARepository_isThatOfTheNearestFolderWithABacklog() throws IOException {
        Path notes = Files.createDirectories(user.resolve("notes/docs/tasks"))
                .getParent()
                .getParent();
        Path below = Files.createDirectories(notes.resolve("a/b"));
        create(projects.inFolder(below.toString()), "Note");
        assertThat(notes.resolve("docs/tasks/TASK-0001.md")).exists();
        assertThat(projects.inFolder(below.toString()).space()).isEqualTo(Space.DEFAULT);
    }

    @Test
    void ofSpace_folderThatWasWorkedIn_isKnownToOtherProcesses() throws IOException {
        Path shop = repository("shop");
        Space space = FolderSpace.of(shop);
        assertThat(projects.ofSpace(space)).isEmpty();
        projects.inFolder(shop.toString());
        try (TestProjects other = new TestProjects(user)) {
            assertThat(other.projects().ofSpace(space)).isPresent();
            assertThat(other.projects().known())
                    .extracting(ProjectContext::space)
                    .containsExactly(space);
        }
    }

    @Test
    void ofSpace_folderThatBecameAnotherProject_isNotShownForTheOldSpace() throws IOException {
        Path notes = Files.createDirectories(user.resolve("notes/.backlog/docs"))
                .getParent()
                .getParent();
        projects.inFolder(notes.toString());
        assertThat(projects.ofSpace(Space.DEFAULT)).isPresent();
        Files.createDirectory(notes.resolve(".git"));
        assertThat(projects.ofSpace(Space.DEFAULT)).isEmpty();
        assertThat(projects.known()).isEmpty();
    }

    @Test
    void inFolder_untilSomethingIsAsked_opensNoDatabase() throws IOException {
        OpenProject project = OpenProject.in(opened.terminal(), repository("shop"));
        try (project) {
            assertThat(project.backlog().items()).isEmpty();
        }
        assertThat(new AmbitHome(user.resolve("data")).database()).doesNotExist();
    }

    private Path repository(String name) throws IOException {
        Path folder = user.resolve(name);
        Files.createDirectories(folder.resolve(".git"));
        Files.createDirectories(folder.resolve(".backlog"));
        Files.createDirectories(folder.resolve("src"));
        return folder;
    }

    private static void create(ProjectContext project, String title) {
        project.backlog().create(new NewItem(ItemType.TASK, title, "", List.of()));
    }
}
