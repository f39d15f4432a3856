package io.ambit.core.retrieval;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** English words that search treats in a way of their own. */
public final class EnglishWords {
    /** Words that say nothing of what a text is about; "may" is not one, it is a month. */
    public static final Set<String> STOP = words("""
            a about above again ah ain't all already also although always am an and any anything are aren't as
            at be because been being but by can can't cannot could couldn't did didn't do does doesn't doing
            don't done during each either else etc even ever for from further get gets getting give given go
            goes going gonna got gotta guess had hadn't haha has hasn't have haven't having he he'd he'll he's
            hello her here here's hers herself hey hi him himself his hmm how how's however i i'd i'll i'm i've
            if in into is isn't it it'd it'll it's its itself just kind let let's like lol lot lots make makes
            many me mention mentioned might mine more most much must mustn't my myself needn't no nope nor not
            now of off oh ok okay on once one only onto or other our ours ourselves out over own per please
            quite rather really said same say says shall she she'd she'll she's should shouldn't since so some
            something sometimes sort still such sure tell than thank thanks that that'd that'll that's the their
            theirs them themselves then there there's these they they'd they'll they're they've thing things
            this those though through thus to together told too toward towards under unless until up upon us use
            used uses using various very wanna want wanted wants was wasn't we we'd we'll we're we've well were
            weren't what what's whatever when when's where where's whether which while who who'd who'll who's
            whom whose why will with within without won't would wouldn't wow yay yeah yep yes yet you you'd
            you'll you're you've your yours yourself yourselves
            """);

    /** Irregular forms and what they are forms of, which a stemmer does not know. */
    public static final Map<String, String> IRREGULAR = pairs("""
            ate=eat eaten=eat became=become began=begin begun=begin bent=bend bit=bite bitten=bite blew=blow
            blown=blow bought=buy bore=bear broke=break broken=break brought=bring built=build burnt=burn
            came=come caught=catch children=child chose=choose chosen=choose crept=creep dealt=deal dove=dive
            drank=drink drawn=draw dreamt=dream drew=draw driven=drive drove=drive drunk=drink dug=dig
            fallen=fall fed=feed feet=foot fell=fall felt=feel fled=flee flew=fly flown=fly forgave=forgive
            forgiven=forgive forgot=forget forgotten=forget fought=fight found=find froze=freeze frozen=freeze
            gave=give geese=goose gone=go gotten=get grew=grow grown=grow heard=hear held=hold hid=hide
            hidden=hide hung=hang kept=keep knew=know known=know knives=knife laid=lay leapt=leap learnt=learn
            leaves=leaf led=lead left=leave lent=lend lives=life lost=lose made=make meant=mean men=man met=meet
            mice=mouse paid=pay people=person ran=run rang=ring ridden=ride risen=rise rode=ride rose=rise
            sang=sing sat=sit saw=see seen=see sent=send shelves=shelf shone=shine shook=shake shot=shoot
            shown=show shrunk=shrink slept=sleep slid=slide sold=sell sought=seek spent=spend spoke=speak
            spoken=speak stole=steal stolen=steal stood=stand stuck=stick struck=strike sung=sing sunk=sink
            swam=swim swept=sweep swore=swear sworn=swear swum=swim swung=swing taken=take taught=teach
            teeth=tooth thieves=thief thought=think threw=throw thrown=throw took=take tore=tear torn=tear
            understood=understand went=go wives=wife woke=wake woken=wake wolves=wolf women=woman won=win
            wore=wear worn=wear written=write wrote=write
            """);

    /** Words by which a writer speaks of himself, alone or with others. */
    static final Set<String> FIRST_PERSON = words("""
            i i'm i've i'd i'll me my mine myself we we're we've we'd we'll us our ours ourselves
            """);

    /** Words by which one who asks speaks of himself. */
    static final Set<String> ASKER = words("""
            i i'm i've i'd i'll me my mine myself
            """);

    /** Names of roles, which are no names of people. */
    static final Set<String> ROLES = words("""
            user human person assistant ai bot chatbot model system tool function developer agent customer
            client unknown document note narrator speaker
            """);

    private EnglishWords() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+", -1));
    }

    private static Map<String, String> pairs(String text) {
        return Arrays.stream(text.strip().split("\\s+", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
    }
}
