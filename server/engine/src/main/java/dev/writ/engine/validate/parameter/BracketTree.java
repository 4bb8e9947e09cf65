package dev.writ.engine.validate.parameter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
            return new Written.Repeated(texts);
        }
        if (!appended.isEmpty()) {
            return items(appended);
        }
        List<BracketTree> indexed = IntStream.range(0, members.size())
                .mapToObj(Integer::toString)
                .filter(members::containsKey)
                .map(members::get)
                .toList();
        if (indexed.size() == members.size()) {
            return items(indexed);
        }
        Map<String, Written> written = new LinkedHashMap<>();
        members.forEach((name, member) -> written.put(name, member.written()));
        return new Written.Members(written);
    }

    private static Written items(List<BracketTree> trees) {
        return new Written.Items(trees.stream().map(BracketTree::written).toList());
    }
}
