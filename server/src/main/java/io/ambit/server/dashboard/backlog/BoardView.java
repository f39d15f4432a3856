package io.ambit.server.dashboard.backlog;

import io.ambit.core.item.Item;
import io.ambit.core.session.Space;
import io.ambit.core.spi.BacklogStore;
import io.ambit.server.dashboard.page.Address;
import io.ambit.server.dashboard.page.Tab;
import io.ambit.server.dashboard.page.View;
import java.util.List;
import java.util.Map;

/**
 * The board.
 *
 * @param known whether a backlog belongs to the space
 * @param filter what is wanted of it
 * @param epics to choose from
 * @param types how many items there are of each
 * @param columns one for each status
 * @param problems what is wrong with the files
 */
public record BoardView(
        Space space,
        boolean known,
        Filter filter,
        List<Item> epics,
        Map<String, Integer> types,
        List<Column> columns,
        List<BacklogStore.Problem> problems)
        implements View {
    /**
     * What is wanted; "" for all.
     *
     * @param text words or an id
     * @param epic id of an item whose members are wanted
     * @param status one column alone, with all that is in it
     */
    public record Filter(String text, String type, String epic, String status) {
        public boolean isEmpty() {
            return text.isEmpty() && type.isEmpty() && epic.isEmpty() && status.isEmpty();
        }
    }

    public BoardView {
        epics = List.copyOf(epics);
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
    }

    @Override
    public String template() {
        return "board.jte";
    }

    @Override
    public String title() {
        return "Backlog";
    }

    @Override
    public Tab tab() {
        return Tab.BACKLOG;
    }

    @Override
    public boolean needsSpace() {
        return true;
    }

    public int total() {
        return columns.stream().mapToInt(Column::total).sum();
    }

    /** One column alone. */
    public String address(Column column) {
        return Address.of("/backlog")
                .with("space", space.id())
                .with("q", filter.text())
                .with("type", filter.type())
                .with("epic", filter.epic())
                .with("status", column.status())
                .toString();
    }

    /** The whole board. */
    public String address() {
        return Address.of("/backlog").with("space", space.id()).toString();
    }
}
