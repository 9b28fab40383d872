using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Shared.Ui;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Assignments.Pages;

/// <summary>The fields of a letter of assignment: who goes, as what, on what basis, where and until when.</summary>
public sealed partial class AssignmentFields
{
    private readonly string _group = "k" + Guid.NewGuid().ToString("N")[..8];

    [Parameter, EditorRequired]
    public required AssignmentInput Input { get; set; }

    /// <summary>Whom the form offers; see <see cref="AssignmentQueries.StaffAsync"/>.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<MemberInput> Staff { get; set; }

    [Parameter, EditorRequired]
    public required FormErrors Errors { get; set; }

    /// <summary>Whether people of other bodies may be named.</summary>
    [Parameter]
    public bool AllowsOutsiders { get; set; } = true;

    /// <summary>What the first among them is called here.</summary>
    [Parameter]
    public string LeadLabel { get; set; } = "Ketua";

    /// <summary>As what the others go, until somebody writes otherwise.</summary>
    [Parameter]
    public string MemberDuty { get; set; } = "Anggota";

    private void Add(ChangeEventArgs change)
    {
        if (Guid.TryParse(change.Value as string, out var id) && Staff.FirstOrDefault(s => s.StaffId == id) is { } person)
        {
            Append(person with { Duty = MemberDuty });
        }
    }

    private void AddOutsider() => Append(new MemberInput { Duty = MemberDuty });

    private void Append(MemberInput member)
    {
        Input.Members.Add(member);
        if (Input.Members.Count == 1)
        {
            Lead(member);
        }
    }

    private void Remove(MemberInput member) => Input.Members.Remove(member);

    private void Lead(MemberInput lead)
    {
        foreach (var member in Input.Members)
        {
            member.IsLead = ReferenceEquals(member, lead);
            if (member.Duty.Length == 0 || member.Duty == LeadLabel || member.Duty == MemberDuty)
            {
                member.Duty = member.IsLead ? LeadLabel : MemberDuty;
            }
        }
    }
}
