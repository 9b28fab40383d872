using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Identity;

namespace DinsosIntranet.Features.Assignments.Domain;

/// <summary>A letter of assignment as it is filled in.</summary>
public sealed record AssignmentInput
{
    public List<MemberInput> Members { get; init; } = [];

    /// <summary>One basis a line.</summary>
    public string Basis { get; set; } = "";

    public string Task { get; set; } = "";

    public string Place { get; set; } = "";

    public DateOnly? From { get; set; }

    public DateOnly? Until { get; set; }

    public string Vehicle { get; set; } = "";

    public string Funding { get; set; } = "";

    public IReadOnlyList<string> BasisLines => [.. Basis.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>Somebody to be sent: a member of staff by their account, anybody else by name and position.</summary>
public sealed record MemberInput
{
    public Guid? StaffId { get; set; }

    public string Name { get; set; } = "";

    public string Nip { get; set; } = "";

    public string Rank { get; set; } = "";

    public string Position { get; set; } = "";

    public string Duty { get; set; } = "";

    public bool IsLead { get; set; }
}

/// <summary>What a letter of assignment must say. The form and the service ask the same.</summary>
public static class AssignmentRules
{
    public const int MostMembers = 20;
    public const int MostDays = 366;
    public const int MostBases = 6;

    /// <summary>Fields of one member are named "Members[2].Name"; the form gives them ids of the same name.</summary>
    public static string Field(int member, string name) => FormattableString.Invariant($"{nameof(AssignmentInput.Members)}[{member}].{name}");

    public static IReadOnlyList<Refusal> Check(AssignmentInput input, DateOnly today)
    {
        var refusals = new List<Refusal>();
        CheckMembers(refusals, input);
        RequireText(refusals, input.Basis, "Tulis dasar penugasan, misalnya disposisi Kepala Dinas.", nameof(input.Basis), Assignment.BasisMaxLength);
        Require(refusals, input.BasisLines.Count > MostBases, $"Paling banyak {MostBases} baris dasar.", nameof(input.Basis));
        RequireText(refusals, input.Task, "Tulis apa yang ditugaskan.", nameof(input.Task), Assignment.TaskMaxLength);
        RequireText(refusals, input.Place, "Isi tempat tugas.", nameof(input.Place), Assignment.PlaceMaxLength);
        CheckDays(refusals, input, today);
        Limit(refusals, input.Vehicle, nameof(input.Vehicle), Assignment.VehicleMaxLength);
        Limit(refusals, input.Funding, nameof(input.Funding), Assignment.FundingMaxLength);
        return refusals;
    }

    private static void CheckMembers(List<Refusal> refusals, AssignmentInput input)
    {
        var members = input.Members;
        Require(refusals, members.Count == 0, "Pilih siapa yang ditugaskan.", nameof(input.Members));
        Require(refusals, members.Count > MostMembers, $"Paling banyak {MostMembers} orang dalam satu surat tugas.", nameof(input.Members));
        Require(refusals, members.Count > 0 && members.Count(m => m.IsLead) != 1, "Pilih satu ketua.", nameof(input.Members));
        Require(refusals, members.Where(m => m.StaffId is not null).GroupBy(m => m.StaffId).Any(g => g.Count() > 1), "Seorang pegawai tercantum dua kali.", nameof(input.Members));
        for (var i = 0; i < members.Count; i++)
        {
            var member = members[i];
            if (member.StaffId is null)
            {
                RequireText(refusals, member.Name, "Isi nama.", Field(i, nameof(member.Name)), AssignmentMember.NameMaxLength);
                RequireText(refusals, member.Position, "Isi jabatan dan instansinya.", Field(i, nameof(member.Position)), AssignmentMember.PositionMaxLength);
                if (member.Nip.Trim().Length > 0 && Nip.Read(member.Nip).Findings.FirstOrDefault(f => f.Level == FindingLevel.Error) is { } fault)
                {
                    refusals.Add(new Refusal(fault.Message, Field(i, nameof(member.Nip))));
                }
            }

            RequireText(refusals, member.Duty, "Isi tugasnya, misalnya anggota.", Field(i, nameof(member.Duty)), AssignmentMember.DutyMaxLength);
            Limit(refusals, member.Rank, Field(i, nameof(member.Rank)), AssignmentMember.RankMaxLength);
        }
    }

    private static void CheckDays(List<Refusal> refusals, AssignmentInput input, DateOnly today)
    {
        var from = input.From is { } first && first >= today.AddDays(-MostDays) ? first : (DateOnly?)null;
        Require(refusals, from is null, "Isi tanggal mulai tugas.", nameof(input.From));
        var problem = input.Until switch
        {
            null => "Isi tanggal selesai tugas.",
            { } until when until < today => "Tanggal selesai sudah lewat.",
            { } until when from is { } begun && until < begun => "Tanggal selesai sebelum tanggal mulai.",
            { } until when from is { } begun && until.DayNumber - begun.DayNumber > MostDays => "Satu surat tugas paling lama setahun.",
            _ => null,
        };
        Require(refusals, problem is not null, problem ?? "", nameof(input.Until));
    }

    private static void RequireText(List<Refusal> refusals, string text, string missing, string field, int most)
    {
        Require(refusals, string.IsNullOrWhiteSpace(text), missing, field);
        Limit(refusals, text, field, most);
    }

    private static void Limit(List<Refusal> refusals, string text, string field, int most) => Require(refusals, text.Trim().Length > most, $"Paling banyak {most} huruf.", field);

    private static void Require(List<Refusal> refusals, bool isWrong, string message, string field)
    {
        if (isWrong)
        {
            refusals.Add(new Refusal(message, field));
        }
    }
}
