package io.ambit.bench.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where sessions came from, as the report's JSON has it. */
final class RecordingsJson {
    private RecordingsJson() {}

    static Map<String, Object> of(Recordings recordings) {
        Map<String, Object> object = new LinkedHashMap<>();
        List<Map<String, Object>> agents = new ArrayList<>();
        recordings.agents().forEach((agent, sessions) -> agents.add(counted("agent", agent, sessions)));
        object.put("agents", agents);
        List<Map<String, Object>> lacks = new ArrayList<>();
        recordings.lacks().forEach((lack, sessions) -> lacks.add(counted("lack", lack.words(), sessions)));
        object.put("lacks", lacks);
        object.put("forks", recordings.forks());
        object.put("leftOut", recordings.leftOut());
        List<Map<String, Object>> skipped = new ArrayList<>();
        recordings
                .skipped()
                .forEach((agent, types) -> types.forEach((type, records) -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("agent", agent);
                    one.put("type", type);
                    one.put("records", records);
                    skipped.add(one);
                }));
        object.put("skippedRecords", skipped);
        return object;
    }

    private static Map<String, Object> counted(String name, String value, int sessions) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put(name, value);
        one.put("sessions", sessions);
        return one;
    }
}
