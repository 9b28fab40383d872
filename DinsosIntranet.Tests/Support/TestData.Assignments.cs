using DinsosIntranet.Features.Assignments;
using DinsosIntranet.Features.Assignments.Domain;
using DinsosIntranet.Features.Desks;
using DinsosIntranet.Features.Letters.Domain;
using DinsosIntranet.Shared.Acting;
using DinsosIntranet.Shared.Data;

namespace DinsosIntranet.Tests.Support;

/// <summary>Letters of assignment as a capability writes them, for whatever request.</summary>
public sealed partial class TestData
{
    /// <summary>Imas leads, Gilang goes with her, and somebody of the Inspektorat.</summary>
    public AssignmentInput Assignment() => new()
    {
        Members =
        [
            new MemberInput { StaffId = agency.UserId("imas"), Duty = "Ketua", IsLead = true },
            new MemberInput { StaffId = agency.UserId("gilang"), Duty = "Anggota", Rank = "Penata (III/c)", Name = "Nama yang dipalsukan" },
            new MemberInput { Name = "Yuyun Wahyuni", Position = "Auditor Inspektorat Kabupaten Lebak", Duty = "Anggota" },
        ],
        Basis = "Disposisi Kepala Dinas tanggal 23 November 2026",
        Task = "Memeriksa layanan loket",
        Place = "Kecamatan Cikulur",
        From = new DateOnly(2026, 11, 24),
        Until = new DateOnly(2026, 12, 4),
        Vehicle = "Kendaraan dinas",
    };

    /// <summary>Submits within a write of its own, as the capability that sends them would within its.</summary>
    public async Task<Outcome<Letter>> SubmitAssignmentAsync(Guid requestId, AssignmentInput input, string by) =>
        await agency.Get<WriteRunner>().RunAsync<Letter>(await agency.ActAsync(by), async scope =>
        {
            var work = await agency.Get<WorkFlow>().LoadAsync(scope, requestId, default);
            return work.IsOk ? await agency.Get<AssignmentService>().SubmitAsync(scope, work.Value, input, default) : work.AsFailure();
        });
}
