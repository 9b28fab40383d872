using DinsosIntranet.Shared.Acting;

namespace DinsosIntranet.Features.Objections.Domain;

/// <summary>Who decides objections, as the agency has set it.</summary>
public enum SuperiorPlace
{
    /// <summary>The head of the agency, who decides and signs here.</summary>
    HeadOfAgency,

    /// <summary>An official outside, mostly the Sekretaris Daerah, whose signed answer is recorded here.</summary>
    Outside,
}

/// <summary>Atasan PPID as the settings name it: one row, or none while nothing was ever set, which means the head of the agency.</summary>
public sealed class Superior
{
    public const string SettingsPart = "atasan-ppid";

    public required Guid Id { get; init; }

    public required SuperiorPlace Place { get; set; }

    /// <summary>Name and position of the official outside; empty where the head of the agency decides.</summary>
    public required string Name { get; set; }

    public required string Title { get; set; }
}

/// <summary>The superior as typed in the settings.</summary>
public sealed record SuperiorInput
{
    public SuperiorPlace Place { get; set; }

    public string Name { get; set; } = "";

    public string Title { get; set; } = "";

    public IReadOnlyList<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (Place == SuperiorPlace.Outside)
        {
            Texts.Require(refusals, Title, "Isi jabatan, misalnya Sekretaris Daerah Kabupaten Lebak.", nameof(Title), OutsideAnswerInput.TitleMaxLength);
            Texts.Require(refusals, Name, "Isi nama pejabat.", nameof(Name), OutsideAnswerInput.NameMaxLength);
        }

        return refusals;
    }
}
