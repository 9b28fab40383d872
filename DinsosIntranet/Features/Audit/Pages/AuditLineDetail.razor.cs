using DinsosIntranet.Features.Audit.Domain;
using Microsoft.AspNetCore.Components;

namespace DinsosIntranet.Features.Audit.Pages;

/// <summary>What one row of the trail holds: fields before and after, facts, reason, and the address it came from.</summary>
public sealed partial class AuditLineDetail
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["nik"] = "NIK",
        ["kk"] = "Nomor KK",
        ["sha256"] = "SHA-256",
    };

    [Parameter, EditorRequired]
    public required AuditDetail Detail { get; set; }

    /// <summary>The code of the act as it is stored and sealed.</summary>
    [Parameter, EditorRequired]
    public required string Code { get; set; }

    /// <summary>Fields are stored in Indonesian, in small letters and with hyphens.</summary>
    private static string Name(string field)
    {
        if (Names.TryGetValue(field, out var name) || field.Length == 0)
        {
            return name ?? field;
        }

        return char.ToUpperInvariant(field[0]) + field[1..].Replace('-', ' ');
    }
}
