package io.ambit.server.dashboard.page;

/** The subjects of the dashboard, as its navigation names them. */
public enum Tab {
    SESSIONS("Sessions", "/"),
    TOOLS("Tools", "/tools"),
    MEMORY("Memory", "/memory"),
    BACKLOG("Backlog", "/backlog"),
    RECONCILE("Reconcile", "/reconcile");

    private final String label;
    private final String path;

    Tab(String label, String path) {
        this.label = label;
        this.path = path;
    }

    public String label() {
        return label;
    }

    /** Where its first page is. */
    public String path() {
        return path;
    }
}
