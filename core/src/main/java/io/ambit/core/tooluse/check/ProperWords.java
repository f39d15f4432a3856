package io.ambit.core.tooluse.check;

import java.util.Set;

/** Words that names of tools, parameters and values are made of: whoever wrote one of them did not mistype another. */
final class ProperWords {
    private static final Set<String> ALL = Set.of("""
            accept access account active add after age all alert allow amount and any append apply archive area asc
            ascending ask assign at attach author auto balance bank base batch before begin block body book both bottom
            boy buy by call can cancel car card case cat cell change chart chat check city class clear client clone
            close closed code color column comment commit common compare confirm connect content convert copy cost
            count country create credit current customer data date day days debit debug decode decrease decrypt delete
            deny desc descending detach dev disable disabled disconnect dog done down download draft drop east edit
            email enable enabled encode encrypt end enter entry event every exact execute exit export fail false fan
            far fast fat female fetch few field file fill filter find first fix flag flat follow for form format free
            from full game gate gender get girl give go group guest hard has hash hat head hide high host hot hour
            hours id image import in inactive include increase index info input insert invite is item items join job
            keep key kill kind label land large last lat latitude leave left length less level light like limit line
            link list load local location lock log login logout lon long longitude loose lose loss lost low mail main
            make male man map mark match max mean member men merge message metric min minute minutes mode money month
            more mouse move multi mute name near new next night no none north not note null number off offer offset old
            on one only open option or order out output owner own page paid pair part pass paste pause pay person phone
            pin place plan play point pop port post power preview price print private prod profile public pull push put
            quarter query quick rain rate raw read real record red redo reject release remove rename repeat reply
            report request reset resolve restart restore resume right role roll room round rule run safe sale save scan
            score search second seconds sell send sent session set shape share ship short show side sign single size
            skip slow small soft sold sort source south spot star start state status step stop store string sub submit
            success sum switch table tag take target task team tell tender test text tick time title to top total track
            train transfer trial true try turn type unblock undo unfollow unit unlock unmute unread unsubscribe up update
            upload url use user validate value verify version view visit wait walk watch week west white wide wild with
            woman women word work write year years yes yet zip zone
            """.split("\\s+", -1));

    private ProperWords() {}

    static boolean has(String word) {
        return ALL.contains(word);
    }
}
