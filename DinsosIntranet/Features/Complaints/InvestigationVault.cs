using System.Text.Json;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Shared.Keys;

namespace DinsosIntranet.Features.Complaints;

/// <summary>Closes and opens what a team wrote down; each text is bound to its row.</summary>
public sealed class InvestigationVault(FieldCipher cipher)
{
    public string Close(Guid entryId, LogText text) => cipher.Encrypt(JsonSerializer.Serialize(text), Log(entryId));

    public LogText Open(ComplaintLogEntry entry) => Read<LogText>(entry.TextCipher, Log(entry.Id));

    public string Close(Guid complaintId, FindingText text) => cipher.Encrypt(JsonSerializer.Serialize(text), Finding(complaintId));

    public FindingText Open(ComplaintFinding finding) => Read<FindingText>(finding.TextCipher, Finding(finding.Id));

    private T Read<T>(string closed, string associated) => JsonSerializer.Deserialize<T>(cipher.Decrypt(closed, associated)) ?? throw new InvalidDataException("An empty text was stored.");

    private static string Log(Guid id) => $"ComplaintLog|TextCipher|{id}";

    private static string Finding(Guid id) => $"ComplaintFindings|TextCipher|{id}";
}
