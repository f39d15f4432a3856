package io.ambit.server.dashboard.backlog;

import java.util.List;

/**
 * A column of the board.
 *
 * @param status as it stands in the files; "" for what bears none
 * @param cards those that are shown
 * @param total how many there are
 */
public record Column(String status, List<Card> cards, int total) {
    public Column {
        cards = List.copyOf(cards);
    }

    public String label() {
        return status.isEmpty() ? "no status" : status.replace('_', ' ');
    }

    public int hidden() {
        return total - cards.size();
    }
}
