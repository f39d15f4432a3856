package io.ambit.core.tooluse.failure;

import io.ambit.core.tool.Advice;
import io.ambit.core.tool.FailureClass;
import org.jspecify.annotations.Nullable;

/** The sentences of a reflection. What stands in them of call and error stands in quotes. */
final class Causes {
    private Causes() {}

    static String cause(FailureClass failure, String tool, @Nullable Subject subject) {
        String of = subject == null ? "" : " (" + subject.shown() + ")";
        return switch (failure) {
            case RATE -> tool + " was asked too often, or an allowance is used up.";
            case TIMEOUT -> tool + " gave no answer within the time allowed.";
            case TRANSPORT -> "The far side of " + tool + " was not reached" + of + ".";
            case PERMISSION -> "This may not be done, or not there" + of + ".";
            case CONFLICT -> "It collides with what is there, or somebody else holds it" + of + ".";
            case MISSING_ARGUMENT -> "Something that " + tool + " must be told is missing" + of + ".";
            case UNKNOWN_NAME ->
                "A name in the call is not known: tool, command, option, parameter or function" + of + ".";
            case WRONG_TYPE -> "A value is of another kind than " + tool + " takes" + of + ".";
            case NOT_FOUND -> "What the call names is not there" + of + ".";
            case WRONG_TOOL -> tool + " cannot do this, or not with a thing of this kind" + of + ".";
            case WRONG_VALUE -> "A value is not accepted" + of + ".";
            case TOOL_FAULT -> tool + " itself broke, or lacks what it needs to work.";
        };
    }

    static String next(FailureClass failure, Advice advice, boolean writes, int repeats) {
        if (advice == Advice.STOP) {
            return stop(failure, repeats);
        }
        if (advice == Advice.RETRY) {
            String lookFirst = writes && (failure == FailureClass.TIMEOUT || failure == FailureClass.TRANSPORT)
                    ? " Look first whether it took effect: it may have."
                    : "";
            return "Call it once more after a wait." + lookFirst;
        }
        String again = repeats == 0 ? "" : " The same call failed " + repeats + " times before.";
        return change(failure) + again;
    }

    private static String stop(FailureClass failure, int repeats) {
        if (repeats > 0 && failure != FailureClass.PERMISSION) {
            return "Stop: it failed " + repeats + " times before in the same way. Say so, or go another way.";
        }
        return switch (failure) {
            case PERMISSION -> "Do not go around it: ask the person for leave, or leave it.";
            case RATE -> "Stop: the allowance does not come back by waiting a little. Tell the person.";
            case TRANSPORT -> "Stop: this connection cannot be made as things stand. Tell the person; leave checks on.";
            default -> "Stop: no other arguments will help. Tell the person what is broken.";
        };
    }

    private static String change(FailureClass failure) {
        return switch (failure) {
            case MISSING_ARGUMENT -> "Add what is missing; take it from the request or look it up, never make it up.";
            case UNKNOWN_NAME -> "Look up which names there are, and use one of these.";
            case WRONG_TYPE -> "Send the value in the kind that the schema or the error asks for.";
            case NOT_FOUND -> "List or search first, then use the name that is really there.";
            case WRONG_TOOL -> "Use the tool that is made for a thing of this kind.";
            case CONFLICT -> "Read the present state first, then change the call, or use what is there already.";
            case TRANSPORT -> "Check host, port and scheme of the address.";
            case PERMISSION -> "Keep to what is allowed.";
            case TOOL_FAULT -> "If the call carries code, mend it; else try other arguments once.";
            case WRONG_VALUE, RATE, TIMEOUT -> "Correct the value that the error speaks of.";
        };
    }
}
