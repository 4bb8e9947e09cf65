package dev.writ.engine.validate;

import dev.writ.engine.http.Item;
import dev.writ.engine.problem.Violation;
import java.util.List;

/**
 * What the contract says of one item.
 *
 * @param item the one to hand over or to send, if it may be: without what its schema lets nobody see
 * @param violations with pointers that begin with the index of the item
 */
public record CheckedItem(Item item, List<Violation> violations) {}
