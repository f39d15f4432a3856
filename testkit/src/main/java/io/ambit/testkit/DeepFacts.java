package io.ambit.testkit;

import io.ambit.core.record.Content;
import io.ambit.core.record.Document;
import io.ambit.core.record.Insight;
import io.ambit.core.record.Turn;
import io.ambit.core.record.Voice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Facts that stand once, deep in a long text of some kind, among other long texts and short messages about the same
 * things, with a question for each. No two facts are of the same thing and property.
 */
public final class DeepFacts {
    /** What kind of text a fact stands in. */
    public enum Place {
        ANSWER,
        TOOL_RESULT,
        DOCUMENT,
        NOTE
    }

    /** A fact in its text, and what asks for it. */
    public record Case(Place place, Content content, String question) {}

    /** How a property is told and asked for; {@code THING} and {@code VALUE} are put in. */
    private record Property(String told, String asked, String askedOfSelf) {}

    private static final List<String> THINGS = List.of(
            "lighthouse pump",
            "cedar canoe",
            "tax archive",
            "rooftop antenna",
            "bakery oven",
            "parish choir",
            "tide sensor",
            "billing cluster",
            "rowing machine",
            "vineyard press",
            "night ferry",
            "museum lift",
            "seed library",
            "cargo drone",
            "chess club",
            "print queue",
            "harp tuner",
            "kiln",
            "ski locker",
            "water tower",
            "beehive scale",
            "school bus",
            "climbing wall",
            "darkroom timer",
            "mail relay");

    private static final List<Property> PROPERTIES = List.of(
            new Property(
                    "The THING was certified by inspector VALUE.",
                    "Which inspector certified the THING?",
                    "Who certified my THING?"),
            new Property(
                    "For the THING the spare key hangs at hook VALUE.",
                    "At which hook does the spare key of the THING hang?",
                    "Where is the spare key of my THING?"),
            new Property(
                    "The THING is insured with VALUE until spring.",
                    "Who insures the THING?",
                    "With whom did I insure the THING?"),
            new Property(
                    "Warranty of the THING ends in month VALUE.",
                    "When does the warranty of the THING end?",
                    "How long do I have warranty on my THING?"),
            new Property(
                    "The serial number of the THING begins with VALUE.",
                    "What does the serial number of the THING begin with?",
                    "What is the serial number of my THING?"),
            new Property(
                    "Replacement filters for the THING are ordered from VALUE.",
                    "Where are replacement filters for the THING ordered?",
                    "Where do I order filters for my THING?"),
            new Property(
                    "The THING was painted VALUE by volunteers.",
                    "What colour was the THING painted?",
                    "Which colour did we paint the THING?"),
            new Property(
                    "Emergency contact for the THING is VALUE.",
                    "Who is the emergency contact for the THING?",
                    "Whom do I call in an emergency with the THING?"),
            new Property(
                    "The THING draws VALUE amperes at start.",
                    "How many amperes does the THING draw at start?",
                    "How much current does my THING draw?"),
            new Property(
                    "Donations for the THING are booked to account VALUE.",
                    "To which account are donations for the THING booked?",
                    "Where do I book donations for the THING?"),
            new Property(
                    "The THING gets a new gasket every VALUE weeks.",
                    "How often does the THING get a new gasket?",
                    "When do I change the gasket of my THING?"),
            new Property(
                    "Blueprints of the THING lie in drawer VALUE.",
                    "In which drawer do the blueprints of the THING lie?",
                    "Where did I put the blueprints of the THING?"));

    private static final List<String> NAMES = List.of(
            "Odalys Brandt",
            "Kofi Lindgren",
            "Mirela Tan",
            "Bruno Achterberg",
            "Saoirse Vance",
            "Tarik Molnar",
            "Greta Ibanez",
            "Yusuf Pell",
            "Noor Castellan",
            "Anselm Roux",
            "Petra Nwosu",
            "Ivo Marchetti");

    private static final List<String> OPENINGS = List.of(
            "Here is an overview of",
            "Let us go through",
            "In general it helps to review",
            "The report covers",
            "Before changing anything, look at",
            "A word on",
            "Most people underestimate",
            "It is worth planning");

    private static final List<String> MIDDLES = List.of(
            "the maintenance plan",
            "the budget for next year",
            "how tasks are shared",
            "the open questions",
            "common mistakes",
            "the order of the steps",
            "costs and benefits",
            "the usual schedule",
            "what to document",
            "who should be informed");

    private static final List<String> ENDINGS = List.of(
            "so that nothing is forgotten.",
            "and keep a list of it.",
            "with some time in reserve.",
            "as described in the handbook.",
            "and ask for feedback early.",
            "before the season starts.",
            "which saves trouble later.",
            "and repeat it twice a year.");

    private static final List<String> REMARKS = List.of(
            "I looked at the THING again today, all fine so far.", "Can we talk about the THING tomorrow?",
            "My neighbour asked me about the THING.", "I think the THING needs some attention soon.",
            "We should make a plan for the THING.", "I took a picture of the THING for you.");

    private final SplittableRandom random;
    private int session;

    private DeepFacts(SplittableRandom random) {
        this.random = random;
    }

    /** As many cases as there are things and properties: 300. */
    public static List<Case> cases(Seed seed) {
        DeepFacts facts = new DeepFacts(seed.random());
        List<Case> cases = new ArrayList<>();
        for (String thing : THINGS) {
            for (Property property : PROPERTIES) {
                cases.add(facts.made(Place.values()[cases.size() % Place.values().length], thing, property));
            }
        }
        Collections.shuffle(cases, new Random(seed.value()));
        return cases;
    }

    /** Short messages of people about the same things, which tell nothing, each in answer to another. */
    public static List<Content> remarks(Seed seed, int count) {
        SplittableRandom random = seed.random();
        List<Content> remarks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String text = Seed.pick(random, REMARKS).replace("THING", Seed.pick(random, THINGS));
            remarks.add(new Turn("chat " + i / 20, i % 20, i % 2 == 0 ? "Ruth" : "user", Voice.PERSON, text));
        }
        return remarks;
    }

    private Case made(Place place, String thing, Property property) {
        String value = random.nextBoolean() ? Seed.pick(random, NAMES) : String.valueOf(random.nextInt(10, 9000));
        String fact = property.told().replace("THING", thing).replace("VALUE", value);
        String question = (random.nextBoolean() ? property.asked() : property.askedOfSelf()).replace("THING", thing);
        String text = around(fact);
        Content content = switch (place) {
            case ANSWER -> new Turn("talk " + ++session, 1, "assistant", Voice.ASSISTANT, text);
            case TOOL_RESULT -> new Turn("talk " + ++session, 2, "tool", Voice.TOOL, text);
            case DOCUMENT -> new Document("file " + ++session + ".md", text);
            case NOTE -> new Insight("note", text, "", List.of());
        };
        return new Case(place, content, question);
    }

    /** Some hundred words, with the fact in the second half. */
    private String around(String fact) {
        int sentences = random.nextInt(20, 60);
        int at = random.nextInt(sentences / 2, sentences);
        StringBuilder text = new StringBuilder();
        for (int s = 0; s < sentences; s++) {
            text.append(s == at ? fact : filler()).append(random.nextInt(4) == 0 ? "\n" : " ");
        }
        return text.toString();
    }

    private String filler() {
        String about = random.nextInt(6) == 0 ? " of the " + Seed.pick(random, THINGS) : "";
        return Seed.pick(random, OPENINGS) + " " + Seed.pick(random, MIDDLES) + about + " "
                + Seed.pick(random, ENDINGS);
    }
}
