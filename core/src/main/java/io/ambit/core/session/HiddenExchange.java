package io.ambit.core.session;

import io.ambit.core.text.Hash;

/**
 * A call that Ambit answered itself and the client never saw. It is put back in later requests, so that the prefix
 * that the upstream has cached stays the same, as long as the reply that followed it is still there.
 *
 * @param after chain hash of the request's last message
 * @param order among the exchanges at the same place, from 0
 * @param messages the assistant message and the tool messages, JSON of the session's wire format, comma-separated
 * @param reply what tells the reply that followed: ids of its tool calls, else the hash of its text
 */
public record HiddenExchange(Hash after, int order, String messages, String reply) {}
