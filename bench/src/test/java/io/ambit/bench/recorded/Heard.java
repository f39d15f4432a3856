package io.ambit.bench.recorded;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Remembers what a reader found. */
final class Heard implements TrajectorySink {
    final List<Trajectory> trajectories = new ArrayList<>();
    final List<InputProblem> problems = new ArrayList<>();
    final Map<String, Map<String, Long>> skipped = new TreeMap<>();

    static Heard reading(String content) {
        return reading(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
    }

    static Heard reading(InputStream in) {
        Heard heard = new Heard();
        TrajectoryReader.read("folder/runs.jsonl", in, heard);
        return heard;
    }

    @Override
    public void trajectory(Trajectory trajectory) {
        trajectories.add(trajectory);
    }

    @Override
    public void problem(InputProblem problem) {
        problems.add(problem);
    }

    @Override
    public void skipped(String agent, Map<String, Long> byType) {
        skipped.put(agent, byType);
    }

    List<String> ids() {
        return trajectories.stream().map(Trajectory::id).toList();
    }

    List<String> texts() {
        return trajectories.stream()
                .flatMap(trajectory -> trajectory.messages().stream())
                .map(RecordedMessage::text)
                .toList();
    }
}
