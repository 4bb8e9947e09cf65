package dev.writ.codegen.served;

import dev.writ.api.FilePart;
import dev.writ.pets.api.AddAlbumResponse;
import dev.writ.pets.api.AddPetsResponse;
import dev.writ.pets.api.FeedResponse;
import dev.writ.pets.api.ListPetsResponse;
import dev.writ.pets.api.PetsApi;
import dev.writ.pets.api.PurgePetsResponse;
import dev.writ.pets.api.ReplaceAlbumResponse;
import dev.writ.pets.api.SearchPetsResponse;
import dev.writ.pets.model.Feed200ResponseItem;
import dev.writ.pets.model.Filter;
import dev.writ.pets.model.Pet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Says what it was given. */
final class PetsResource implements PetsApi {
    @Override
    public SearchPetsResponse searchPets(Filter body) {
        return SearchPetsResponse.ok(pets(body));
    }

    @Override
    public ListPetsResponse listPets(Filter filter) {
        return ListPetsResponse.ok(pets(filter).toList());
    }

    private static Stream<Pet> pets(Filter filter) {
        return LongStream.rangeClosed(1, filter.limit()).mapToObj(id -> new Pet(id, filter.name()));
    }

    @Override
    public AddPetsResponse addPets(Stream<Pet> body) {
        return AddPetsResponse.ok(body.map(Pet::name).collect(Collectors.joining(" ")));
    }

    @Override
    public PurgePetsResponse purgePets() {
        return PurgePetsResponse.noContent();
    }

    @Override
    public FeedResponse feed() {
        return FeedResponse.ok(Stream.of(new Feed200ResponseItem("one", "1")));
    }

    @Override
    public AddAlbumResponse addAlbum(List<Object> body) {
        return AddAlbumResponse.ok(body.get(0) + " " + ((FilePart) body.get(1)).size());
    }

    @Override
    public ReplaceAlbumResponse replaceAlbum(List<FilePart> body) {
        return ReplaceAlbumResponse.ok(body.size() + " " + body.get(0).size());
    }
}
