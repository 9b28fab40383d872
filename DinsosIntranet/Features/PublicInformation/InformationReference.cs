using System.Text.Json;
using DinsosIntranet.Features.Objections.Domain;
using DinsosIntranet.Features.PublicInformation.Domain;
using DinsosIntranet.Shared.Text;

namespace DinsosIntranet.Features.PublicInformation;

/// <summary>Something the law lists under a letter.</summary>
public sealed record LegalGround(string Code, string Text);

/// <summary>A line of the list of public information: what it is, which unit has it, in which form, and where.</summary>
public sealed record PublicEntry(string Code, string Title, string Unit, string Category, string Form, string Where)
{
    /// <summary>Whether every word of the search occurs in it; <paramref name="unitName"/> is searched too.</summary>
    public bool Matches(string text, string unitName)
    {
        var searched = SearchText.Normalise($"{Title} {unitName} {Where}");
        return SearchText.Normalise(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word => searched.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>How many of these normalised words its title has.</summary>
    public int Met(IEnumerable<string> words)
    {
        var own = SearchText.Normalise(Title).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Count(own.Contains);
    }

    /// <summary>How it is published, in words.</summary>
    public string CategoryText => Category switch
    {
        "berkala" => "berkala",
        "serta-merta" => "serta-merta",
        _ => "setiap saat",
    };
}

/// <summary>What the law and custom of public information say, read once from <c>data/public-information</c>.</summary>
public sealed class InformationReference
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>More than three entries are a list, not an answer.</summary>
    private const int MostProposed = 3;

    private const int LeastLetters = 3;

    private readonly HashSet<string> _ignored;

    private InformationReference(string folder)
    {
        T Read<T>(string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(Path.Combine(folder, file)), Json) ?? throw new InvalidDataException($"{file} is empty.");
        var exclusion = Read<ExclusionShape>("exclusion-grounds.json");
        Grounds = exclusion.Grounds;
        GroundCodes = Grounds.Select(g => g.Code).ToHashSet();
        OtherLawCode = exclusion.OtherLaw;
        NotPermanent = exclusion.NotPermanent.ToHashSet();
        var objections = Read<ObjectionShape>("objection-grounds.json");
        ObjectionGrounds = objections.Grounds;
        ObjectionTimes = new ObjectionTimes(objections.LodgeWithinWorkingDays, objections.AnswerWithinWorkingDays, objections.DisputeWithinWorkingDays);
        ExtensionReasons = Read<ReasonsShape>("extension-reasons.json").Reasons;
        var rights = Read<RightsShape>("applicant-rights.json");
        (RightsTitle, Rights) = (rights.Title, rights.Rights);
        var list = Read<PublicListShape>("public-list.json");
        PublicList = list.Entries;
        _ignored = list.Ignored.Select(SearchText.Normalise).ToHashSet();
        Words = new SensitiveWords(Read<WordsShape>("sensitive-words.json").Groups);
    }

    /// <summary>Grounds of exclusion, pasal 17 a to j.</summary>
    public IReadOnlyList<LegalGround> Grounds { get; }

    public IReadOnlySet<string> GroundCodes { get; }

    /// <summary>The letter that means another law, which must then be named.</summary>
    public string OtherLawCode { get; }

    /// <summary>Grounds that hold for a time only (pasal 20).</summary>
    public IReadOnlySet<string> NotPermanent { get; }

    public IReadOnlyList<LegalGround> ExtensionReasons { get; }

    /// <summary>Grounds of objection, pasal 35 a to g.</summary>
    public IReadOnlyList<LegalGround> ObjectionGrounds { get; }

    public ObjectionTimes ObjectionTimes { get; }

    public string RightsTitle { get; }

    public IReadOnlyList<string> Rights { get; }

    /// <summary>What anybody may have without asking for a decision.</summary>
    public IReadOnlyList<PublicEntry> PublicList { get; }

    public SensitiveWords Words { get; }

    /// <summary>The entry with this code; null where there is none any more.</summary>
    public PublicEntry? FindPublic(string? code) => PublicList.FirstOrDefault(e => e.Code == code);

    /// <summary>The entries of the public list that answer best what is asked for, the best first; none where no word of it meets one.</summary>
    public IReadOnlyList<PublicEntry> Propose(string wanted)
    {
        var words = SearchText.Normalise(wanted).Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= LeastLetters && !_ignored.Contains(w)).Distinct().ToList();
        return
        [
            .. PublicList.Select(e => (Entry: e, Met: e.Met(words))).Where(e => e.Met > 0)
                .OrderByDescending(e => e.Met)
                .Take(MostProposed)
                .Select(e => e.Entry),
        ];
    }

    public static InformationReference Load(string referencePath) => new(Path.Combine(referencePath, "public-information"));

    private sealed record ExclusionShape(string OtherLaw, IReadOnlyList<string> NotPermanent, IReadOnlyList<LegalGround> Grounds);

    private sealed record ObjectionShape(int LodgeWithinWorkingDays, int AnswerWithinWorkingDays, int DisputeWithinWorkingDays, IReadOnlyList<LegalGround> Grounds);

    private sealed record ReasonsShape(IReadOnlyList<LegalGround> Reasons);

    private sealed record RightsShape(string Title, IReadOnlyList<string> Rights);

    private sealed record PublicListShape(IReadOnlyList<string> Ignored, IReadOnlyList<PublicEntry> Entries);

    private sealed record WordsShape(IReadOnlyList<SensitiveWordGroup> Groups);
}
