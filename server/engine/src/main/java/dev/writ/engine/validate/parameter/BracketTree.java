package dev.writ.engine.validate.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values under names in brackets, gathered into one value. */
final class BracketTree {
    private final List<String> texts = new ArrayList<>();
    private final List<BracketTree> appended = new ArrayList<>();
    private final Map<String, BracketTree> members = new LinkedHashMap<>();

    /** False if there is a value where there are members, or the other way round. */
    boolean put(List<String> path, String text) {
        BracketTree at = this;
        for (String token : path) {
            if (!at.texts.isEmpty() || (token.isEmpty() ? !at.members.isEmpty() : !at.appended.isEmpty())) {
                return false;
            }
            at = at.child(token);
        }
        at.texts.add(text);
        return at.members.isEmpty() && at.appended.isEmpty();
    }

    private BracketTree child(String token) {
        if (!token.isEmpty()) {
            return members.computeIfAbsent(token, absent -> new BracketTree());
        }
        BracketTree item = new BracketTree();
        appended.add(item);
        return item;
    }

    Reading reading() {
        return new Reading.Found(written());
    }

    private Written written() {
        if (!texts.isEmpty()) {
            return Written.Repeated.ofTexts(texts);
        }
        if (!appended.isEmpty()) {
            return new Written.Items(appended.stream().map(BracketTree::written).toList());
        }
        Map<String, Written> written = new LinkedHashMap<>();
        members.forEach((name, member) -> written.put(name, member.written()));
        return new Written.Members(written);
    }
}
