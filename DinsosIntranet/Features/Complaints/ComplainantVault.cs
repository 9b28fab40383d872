using System.Text.Json;
using DinsosIntranet.Features.Complaints.Domain;
using DinsosIntranet.Shared.Keys;

namespace DinsosIntranet.Features.Complaints;

/// <summary>Closes and opens what is known of a complainant; bound to the row, so that it cannot be moved to another.</summary>
public sealed class ComplainantVault(FieldCipher cipher)
{
    public string? Close(Guid complaintId, ComplainantData data) =>
        data.IsEmpty ? null : cipher.Encrypt(JsonSerializer.Serialize(data), Associated(complaintId));

    public ComplainantData Open(Complaint complaint) => Open(complaint.Id, complaint.ComplainantCipher);

    public ComplainantData Open(Guid complaintId, string? closed) =>
        closed is null
            ? new ComplainantData()
            : JsonSerializer.Deserialize<ComplainantData>(cipher.Decrypt(closed, Associated(complaintId))) ?? throw new InvalidDataException("An empty complainant was stored.");

    private static string Associated(Guid complaintId) => $"Complaints|ComplainantCipher|{complaintId}";
}
