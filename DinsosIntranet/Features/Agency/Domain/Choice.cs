namespace DinsosIntranet.Features.Agency.Domain;

/// <summary>
/// One entry of a list staff choose from. Its code is fixed once made, because records carry it; it is never deleted but
/// retired, so that old records keep their words.
/// </summary>
public interface IChoice
{
    string Code { get; }

    string Label { get; set; }

    int SortOrder { get; set; }

    DateTime? RetiredAt { get; set; }
}

/// <summary>A figure that belongs to an entry, empty where it sets no limit.</summary>
public sealed record ChoiceNumber<T>(string Field, string Title, string Help, int Least, int Most, Func<T, int?> Get, Action<T, int?> Set);

/// <summary>What one list is, and how it is named on screen and in the trail.</summary>
public sealed record ChoiceKind<T>
    where T : class, IChoice
{
    /// <summary>One of <see cref="SettingsPart"/>.</summary>
    public required string Part { get; init; }

    /// <summary>"Instruksi disposisi".</summary>
    public required string Title { get; init; }

    /// <summary>"instruksi", within a sentence.</summary>
    public required string Singular { get; init; }

    /// <summary>A new entry of this code and label, at this place.</summary>
    public required Func<string, string, int, T> Make { get; init; }

    public IReadOnlyList<ChoiceNumber<T>> Numbers { get; init; } = [];
}
